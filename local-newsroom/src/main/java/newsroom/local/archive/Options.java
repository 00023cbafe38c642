package newsroom.local.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line.
///
/// @param brokers where Kafka listens; null for that of the newsroom that is open on the data
///     folder
record Options(
    List<Path> paths,
    @Nullable String agency,
    @Nullable String language,
    Path data,
    @Nullable String brokers) {

  static final String USAGE =
      "usage: newsroom import ARCHIVE… [--agency NAME] [--language TAG] [--data DIR | --to HOST:PORT]";

  /// @throws IllegalArgumentException with a sentence for whoever typed it
  static Options parse(String... arguments) {
    var paths = new ArrayList<Path>();
    String agency = null;
    String language = null;
    var data = Path.of("data");
    String brokers = null;
    var words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      var word = words.remove();
      switch (word) {
        case "--agency" -> agency = agency(value(words, word));
        case "--language" -> language = value(words, word);
        case "--data" -> data = Path.of(value(words, word));
        case "--to" -> brokers = value(words, word);
        default -> paths.add(path(word));
      }
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Options(paths, agency, language, data, brokers);
  }

  private static String agency(String name) {
    if (!Wire.isAgency(name)) {
      throw new IllegalArgumentException(
          "--agency needs a name of 1 to 32 small letters, digits and hyphens\n" + USAGE);
    }
    return name;
  }

  private static Path path(String word) {
    if (word.startsWith("--")) {
      throw new IllegalArgumentException("there is no option " + word + "\n" + USAGE);
    }
    return Path.of(word);
  }

  private static String value(ArrayDeque<String> words, String option) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value\n" + USAGE);
    }
    return words.remove();
  }

  /// Where Kafka listens.
  ///
  /// @throws IllegalArgumentException when no newsroom is open
  String kafka() throws IOException {
    if (brokers != null) {
      return brokers;
    }
    var note = data.resolve("running.properties");
    if (!Files.exists(note)) {
      throw new IllegalArgumentException(
          "no newsroom is open on "
              + data.toAbsolutePath()
              + ": start one with ./newsroom, or name its Kafka with --to");
    }
    var running = new Properties();
    try (var in = Files.newInputStream(note)) {
      running.load(in);
    }
    return running.getProperty("brokers");
  }
}
