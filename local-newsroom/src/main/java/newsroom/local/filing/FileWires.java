package newsroom.local.filing;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsroom.local.command.OpenNewsroom;
import newsroom.local.command.Typed;
import org.jspecify.annotations.Nullable;

/// `newsroom file PATH…`: brings each file to the newsroom that is open and says what became of it.
public final class FileWires {

  private static final String USAGE =
      "usage: newsroom file PATH… [--agency NAME] [--data DIR | --to http://HOST:PORT/]";

  private final List<Path> paths = new ArrayList<>();
  private final PrintStream out;
  private @Nullable String agency;
  private @Nullable URI to;
  private Path data = Path.of("data");

  private FileWires(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    System.exit(run(System.out, System.getenv("NEWSROOM_TOKEN"), arguments));
  }

  /// Returns 0 when every wire was read, 1 when one was not, 2 when the command makes no sense.
  static int run(PrintStream out, @Nullable String token, String... arguments)
      throws IOException, InterruptedException {
    var command = new FileWires(out);
    try {
      command.parse(arguments);
      try (var filer = new Filer(command.address(), token)) {
        return command.fileAll(filer);
      }
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      out.println("there is no " + e.getMessage());
      return 2;
    }
  }

  private void parse(String[] arguments) {
    var typed = new Typed(USAGE, arguments);
    while (!typed.isEmpty()) {
      var word = typed.next();
      switch (word) {
        case "--agency" -> agency = typed.value(word);
        case "--data" -> data = Path.of(typed.value(word));
        case "--to" -> to = Typed.address(typed.value(word));
        default -> paths.add(Path.of(typed.plain(word)));
      }
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  private URI address() throws IOException {
    if (to != null) {
      return to;
    }
    return URI.create(OpenNewsroom.address(data, "ingest", "name one with --to"));
  }

  private int fileAll(Filer filer) throws IOException, InterruptedException {
    boolean allRead = true;
    for (var path : paths) {
      for (var wire : Wires.in(path)) {
        var from = agency == null ? Wires.agency(wire) : agency;
        var name = String.valueOf(wire.getFileName());
        allRead &= tell(wire, from, filer.file(from, name, Files.readAllBytes(wire)));
      }
    }
    return allRead ? 0 : 1;
  }

  private boolean tell(Path wire, String from, Filed filed) {
    return switch (filed) {
      case Filed.Taken(var stories, var spiked) -> {
        stories.forEach(
            story ->
                out.printf(
                    "%s  v%d  %s  (%s)%n", from, story.version(), story.headline(), story.uri()));
        spiked.forEach(reason -> out.printf("%s  spiked  %s: %s%n", from, wire, reason));
        yield spiked.isEmpty();
      }
      case Filed.Declined(var reason, var later) -> {
        out.printf(
            "%s  not taken  %s: %s%s%n", from, wire, reason, later ? " (file it again later)" : "");
        yield false;
      }
    };
  }
}
