package newsroom.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// This machine's CPU clocks.
///
/// @param proc where the kernel's process files are
public record Machine(Path proc) {

  /// The machine that this JVM runs on.
  public static Machine here() {
    return new Machine(Path.of("/proc"));
  }

  /// The clocks now, for these processes by name; one name may stand for several.
  public CpuReading read(Map<String, Set<Long>> processes) {
    var ticks = new HashMap<String, Long>();
    processes.forEach(
        (name, pids) -> ticks.put(name, pids.stream().mapToLong(this::ticksOf).sum()));
    return new CpuReading(System.nanoTime(), ProcFile.busyTicks(text(proc.resolve("stat"))), ticks);
  }

  /// Names the processor, the number of cores and the Java version in one line.
  public String description() {
    var model =
        lines(proc.resolve("cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown processor");
    return "%d cores (%s), Java %s, Linux %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            model,
            Runtime.version(),
            System.getProperty("os.version"));
  }

  /// Empty when the process is gone.
  Optional<String> stat(long pid) {
    try {
      return Optional.of(Files.readString(proc.resolve(Long.toString(pid)).resolve("stat")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  // the time of one that is gone is its parent's now
  private long ticksOf(long pid) {
    return stat(pid).map(ProcFile::processTicks).orElse(0L);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static List<String> lines(Path file) {
    return text(file).lines().toList();
  }
}
