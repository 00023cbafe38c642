package newsroom.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A JVM to start: the class path and the Java of this one, and the same flags for every process
/// of a race.
///
/// @param name what it does, as `broker`; also the name of its log file
/// @param flags options of the JVM
/// @param main the class to run
/// @param arguments what the class is told
public record Jvm(String name, List<String> flags, String main, List<String> arguments) {

  /// How the names of files end that processes print to. Not `.log`: so end Kafka's own.
  static final String PRINTED = ".out";

  private static final List<String> QUIET =
      List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
  /// For whoever looks closer, as `-XX:StartFlightRecording=filename=/tmp/service-%p.jfr`.
  private static final List<String> MORE =
      Pattern.compile("\\s+")
          .splitAsStream(System.getenv().getOrDefault("RACE_PRODUCT_FLAGS", ""))
          .filter(flag -> !flag.isEmpty())
          .toList();

  private static final String HARNESS_LOG =
      "-Dlogback.configurationFile=newsroom/benchmark/quiet-log.xml";

  /// A part of the product, that logs as it does for its users.
  public static Jvm product(String name, String heap, String main, List<String> arguments) {
    var flags = new ArrayList<>(flags(heap));
    flags.addAll(MORE);
    return new Jvm(name, flags, main, arguments);
  }

  /// A part of the harness, that logs warnings only.
  public static Jvm harness(String name, String heap, Class<?> main, List<String> arguments) {
    var flags = new ArrayList<>(flags(heap));
    flags.add(HARNESS_LOG);
    // else the receiver's answers wait 40 ms for the sender's delayed acknowledgement
    flags.add("-Dsun.net.httpserver.nodelay=true");
    return new Jvm(name, flags, main.getName(), arguments);
  }

  /// Starts it; what it prints goes to a file in this folder.
  public Child start(Path logs) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    var log = logs.resolve(name + PRINTED);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Child(name, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  private static List<String> flags(String heap) {
    var flags = new ArrayList<>(QUIET);
    flags.add("-Xms" + heap);
    flags.add("-Xmx" + heap);
    return flags;
  }
}
