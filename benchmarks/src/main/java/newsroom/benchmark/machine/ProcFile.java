package newsroom.benchmark.machine;

import java.util.List;

/// Reads the two files of `/proc` that count CPU time, in ticks.
final class ProcFile {

  /// `sysconf(_SC_CLK_TCK)`: 100 on every Linux that Java runs on.
  static final long TICKS_PER_SECOND = 100;

  private static final int UTIME = 11;
  private static final int CSTIME = 14;

  private ProcFile() {}

  /// User and system time of one process and of its children that have ended, from its
  /// `/proc/PID/stat`.
  static long processTicks(String stat) {
    // the second field is the program's name and may hold blanks and brackets
    var fields = fieldsAfterName(stat);
    return fields.subList(UTIME, CSTIME + 1).stream().mapToLong(Long::parseLong).sum();
  }

  /// The process that started this one, from its `/proc/PID/stat`.
  static long parent(String stat) {
    return Long.parseLong(fieldsAfterName(stat).get(1));
  }

  /// What all programs used, from the first line of `/proc/stat`. Interrupts are left out: the
  /// loopback traffic of our own processes is counted there and nowhere else. Time stolen by the
  /// host is in: it is gone like a neighbour's.
  static long busyTicks(String cpuLine) {
    var fields = List.of(cpuLine.strip().split("\\s+"));
    var user = Long.parseLong(fields.get(1));
    var nice = Long.parseLong(fields.get(2));
    var system = Long.parseLong(fields.get(3));
    var stolen = fields.size() > 8 ? Long.parseLong(fields.get(8)) : 0;
    return user + nice + system + stolen;
  }

  private static List<String> fieldsAfterName(String stat) {
    return List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split("\\s+"));
  }
}
