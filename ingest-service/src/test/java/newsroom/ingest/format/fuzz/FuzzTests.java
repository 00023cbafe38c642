package newsroom.ingest.format.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import newsroom.ingest.format.AllFormats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A short run of a coverage-guided fuzzer over each format, from seeds of its own; longer with
/// `-Dnewsroom.fuzz.seconds=600`, for one format with `-Dnewsroom.fuzz.format=nitf`. Findings and
/// the grown corpus stay in `target/fuzz`.
class FuzzTests {

  private static final int SECONDS = Integer.getInteger("newsroom.fuzz.seconds", 4);
  private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
  private static final List<String> OPTIONS =
      List.of(
          "--instrumentation_includes=newsroom.ingest.copy.**:newsroom.ingest.format.**",
          // only what a reader of bytes could fall for; none of it may be called at all
          "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
          "-max_total_time=" + SECONDS,
          "-max_len=16384",
          "-timeout=20",
          "-rss_limit_mb=4096");

  static Stream<String> formats() {
    var only = System.getProperty("newsroom.fuzz.format");
    return only == null ? AllFormats.names() : Stream.of(only);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noBytesMakeAFormatFailOrBreakAPromise(String format) throws Exception {
    // Given
    var folder = Files.createDirectories(FOLDER.resolve(format));
    var seeds = seeds(format, Files.createDirectories(folder.resolve("seeds")));
    var corpus = Files.createDirectories(folder.resolve("corpus"));
    var log = folder.resolve("log.txt");

    // When
    var fuzzer =
        new ProcessBuilder(command(format, corpus, seeds))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var ended = fuzzer.waitFor(SECONDS + 120L, TimeUnit.SECONDS);
    fuzzer.destroyForcibly();

    // Then
    var said = Files.readString(log, StandardCharsets.ISO_8859_1);
    assertThat(ended).as("%s ended: %s", format, said).isTrue();
    assertThat(fuzzer.exitValue()).as("%s: %s", format, tail(said)).isZero();
    assertThat(said).contains("DONE");
  }

  private static List<String> command(String format, Path corpus, Path seeds) {
    var java = ProcessHandle.current().info().command().orElse("java");
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command = new ArrayList<>(List.of(java, "-Xmx1g", "-cp", classes));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+EnableDynamicAgentLoading");
    command.add("-Dnewsroom.fuzz.format=" + format);
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzedFormat.class.getName());
    command.addAll(OPTIONS);
    command.add(corpus.toString());
    command.add(seeds.toString());
    return command;
  }

  /// Whatever wires of this format the tests hold, beside the findings of earlier runs.
  private static Path seeds(String format, Path folder) throws IOException {
    for (var wire : wires().entrySet()) {
      if (AllFormats.isOf(format, wire.getValue())) {
        Files.write(
            folder.resolve(wire.getKey().replace(File.separatorChar, '-')), wire.getValue());
      }
    }
    return folder;
  }

  private static Map<String, byte[]> wires() throws IOException {
    var wires = new HashMap<String, byte[]>();
    for (var folder : List.of(Path.of("src/test/resources"), Path.of("../samples"))) {
      if (Files.isDirectory(folder)) {
        try (var files = Files.walk(folder)) {
          for (var file : files.filter(Files::isRegularFile).toList()) {
            wires.put(folder.relativize(file).toString(), Files.readAllBytes(file));
          }
        }
      }
    }
    AllFormats.examples()
        .forEach(
            wire -> wires.put("example-" + wire.hashCode(), wire.getBytes(StandardCharsets.UTF_8)));
    return wires;
  }

  private static String tail(String said) {
    return said.substring(Math.max(0, said.length() - 6000));
  }
}
