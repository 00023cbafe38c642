package newsroom.benchmark.fanout.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a JVM holds.
///
/// @param residentKilobytes what the kernel counts
/// @param liveBytes of the heap after a full collection
public record Memory(long residentKilobytes, long liveBytes) {

  private static final int BYTES_COLUMN = 2;

  /// Of this process. Costs it a full collection.
  static Memory of(long pid) throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    try (var out = process.inputReader(UTF_8)) {
      var total = out.lines().filter(line -> line.startsWith("Total")).findFirst();
      var live = total.map(line -> line.split("\\s+", -1)[BYTES_COLUMN]).orElse("0");
      return new Memory(resident(pid), Long.parseLong(live));
    }
  }

  private static long resident(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }
}
