package newsroom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the one who starts a newsroom asked for.
///
/// @param data `--data DIR`
/// @param portBase `--port-base N`; 0 takes ports that nobody uses
/// @param samples `--samples DIR`: the wires under `first` are filed when the newsroom opens for
///     the first time, and its `pictures` are served
/// @param coloured `--coloured`: the launcher says so when it writes to a terminal
/// @param untilLive `--until-live`: close when all of them are live
record Options(
    Path data, int portBase, @Nullable Path samples, boolean coloured, boolean untilLive) {

  private static final int USUAL_BASE = 8080;

  static Options of(String... arguments) {
    var options = new Options(Path.of("data"), USUAL_BASE, null, false, false);
    var words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      options = options.and(words.remove(), words);
    }
    return options;
  }

  private Options and(String word, ArrayDeque<String> rest) {
    return switch (word) {
      case "--data" ->
          new Options(Path.of(value(word, rest)), portBase, samples, coloured, untilLive);
      case "--port-base" ->
          new Options(data, number(word, value(word, rest)), samples, coloured, untilLive);
      case "--samples" ->
          new Options(data, portBase, Path.of(value(word, rest)), coloured, untilLive);
      case "--coloured" -> new Options(data, portBase, samples, true, untilLive);
      case "--until-live" -> new Options(data, portBase, samples, coloured, true);
      default ->
          throw new IllegalArgumentException(
              "there is no option " + word + "; see ./newsroom --help");
    };
  }

  Settings settings() throws IOException {
    var ports =
        portBase == 0 ? Ports.free(data.resolve("ports.properties")) : Ports.above(portBase);
    var pictures = samples == null ? null : samples.resolve("pictures");
    return new Settings(
        data, ports, pictures != null && Files.isDirectory(pictures) ? pictures : null, Map.of());
  }

  private static String value(String option, ArrayDeque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value; see ./newsroom --help");
    }
    return rest.remove();
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a number, not " + value, e);
    }
  }
}
