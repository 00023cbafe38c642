package newsroom.local.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.wire.Wire;
import newsroom.local.command.OpenNewsroom;
import newsroom.local.command.Typed;
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
    var typed = new Typed(USAGE, arguments);
    while (!typed.isEmpty()) {
      var word = typed.next();
      switch (word) {
        case "--agency" -> agency = agency(typed.value(word));
        case "--language" -> language = typed.value(word);
        case "--data" -> data = Path.of(typed.value(word));
        case "--to" -> brokers = typed.value(word);
        default -> paths.add(Path.of(typed.plain(word)));
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

  /// Where Kafka listens.
  ///
  /// @throws IllegalArgumentException when no newsroom is open
  String kafka() throws IOException {
    if (brokers != null) {
      return brokers;
    }
    return OpenNewsroom.address(data, "brokers", "name its Kafka with --to");
  }
}
