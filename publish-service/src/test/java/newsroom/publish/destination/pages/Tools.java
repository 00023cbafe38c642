package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// Tools of others that judge what is written here. `.ci/validators` brings them.
final class Tools {

  static final Path FOLDER = Path.of("target", "validators").toAbsolutePath();

  private Tools() {}

  /// What a tool said.
  record Said(int status, String words) {}

  /// Skips the test where the tools are not there.
  static void need(String... commands) {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "the validators are not here: .ci/validators brings them");
    for (var command : commands) {
      Assumptions.assumeTrue(path(command) != null, command + " is not here");
    }
  }

  static @Nullable String path(String command) {
    if (command.startsWith("/")) {
      return Files.isExecutable(Path.of(command)) ? command : null;
    }
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, command))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }

  static Said run(List<String> command, List<Path> files) {
    try {
      var whole = new ArrayList<>(command);
      files.forEach(file -> whole.add(file.toString()));
      var process =
          new ProcessBuilder(whole).directory(FOLDER.toFile()).redirectErrorStream(true).start();
      var words = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end");
      }
      return new Said(process.exitValue(), words);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Files below this folder with this ending, in order.
  static List<Path> files(Path folder, String ending) {
    try (var files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
