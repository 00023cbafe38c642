package newsroom.local.asking;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsroom.local.command.OpenNewsroom;
import newsroom.local.command.Typed;
import newsroom.local.looking.ReadWires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;

/// `newsroom verdict FILE|URI…`: which sites would take a story, and why not. The story is one that
/// the newsroom knows, a line that `newsroom read` printed, or any wire that the newsroom can read.
public final class AskSites {

  private static final String USAGE =
      "usage: newsroom verdict FILE|URI… [--site NAME] [--agency NAME] [--json]"
          + " [--data DIR | --to http://HOST:PORT/]";

  private final PrintStream out;
  private final List<String> stories = new ArrayList<>();
  private @Nullable String site;
  private @Nullable String agency;
  private @Nullable URI to;
  private Path data = Path.of("data");
  private boolean json;

  private AskSites(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // standard output belongs to the verdicts, whatever a library may want to say
    System.setOut(System.err);
    System.setProperty("logging.level.root", "off");
    LoggingSystem.get(AskSites.class.getClassLoader()).beforeInitialize();
    int code = run(out, System.err, System.getenv("NEWSROOM_TOKEN"), arguments);
    out.flush();
    System.exit(code);
  }

  /// Returns 0 when every story was judged, 1 when one could not be, 2 when the command makes no
  /// sense or nobody answers.
  static int run(PrintStream out, PrintStream err, @Nullable String token, String... arguments)
      throws Exception {
    var command = new AskSites(out);
    try {
      command.parse(arguments);
      try (var sites = new SitesDesk(command.address(), command.site, token)) {
        return command.ask(sites, err) ? 0 : 1;
      }
    } catch (IllegalArgumentException | IOException e) {
      err.println(
          e instanceof NoSuchFileException ? "there is no " + e.getMessage() : e.getMessage());
      return 2;
    }
  }

  private void parse(String[] arguments) {
    var typed = new Typed(USAGE, arguments);
    while (!typed.isEmpty()) {
      var word = typed.next();
      switch (word) {
        case "--site" -> site = typed.value(word);
        case "--agency" -> agency = typed.value(word);
        case "--data" -> data = Path.of(typed.value(word));
        case "--to" -> to = Typed.address(typed.value(word));
        case "--json" -> json = true;
        default -> stories.add(typed.plain(word));
      }
    }
    if (stories.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  private URI address() throws IOException {
    if (to != null) {
      return to;
    }
    return URI.create(OpenNewsroom.address(data, "publish", "name one with --to"));
  }

  private boolean ask(SitesDesk sites, PrintStream err) throws Exception {
    boolean all = true;
    for (var story : stories) {
      for (var body : story.startsWith("urn:") ? List.of(story) : bodies(Path.of(story))) {
        var said = sites.verdict(body);
        if (said.refusal() != null) {
          err.println(story + ": " + said.refusal());
          all = false;
        } else {
          out.print(json ? said.text() + "\n" : said.table());
        }
      }
    }
    return all;
  }

  /// Lines that `newsroom read` printed go as they are; all else is read as it would be.
  private List<String> bodies(Path file) throws Exception {
    if (Files.isRegularFile(file)) {
      var text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (text.startsWith("{") && text.contains("\"provenance\"")) {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
      }
    }
    return ReadWires.lines(file, agency);
  }
}
