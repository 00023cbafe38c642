package newsroom.local.looking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newsroom.ingest.reading.ReadingRoom;
import newsroom.ingest.wire.Wire;
import newsroom.local.filing.Wires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;

/// `newsroom read PATH…`: prints what the desk would make of each file, one line of JSON for each
/// story or each reason why there is none. Nothing is filed and no newsroom need be open.
public final class ReadWires {

  private static final String USAGE = "usage: newsroom read PATH… [--agency NAME]";

  private final List<Path> paths = new ArrayList<>();
  private @Nullable String agency;

  private ReadWires() {}

  public static void main(String[] arguments) throws Exception {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // standard output belongs to the lines, whatever a library may want to say
    System.setOut(System.err);
    System.setProperty("logging.level.root", "off");
    LoggingSystem.get(ReadWires.class.getClassLoader()).beforeInitialize();
    int code = run(out, System.err, arguments);
    out.flush();
    // nothing here needs an orderly end, and a reader of many files wants the next call soon
    Runtime.getRuntime().halt(code);
  }

  /// Returns 0 when every file could be looked at, 1 when one could not be opened, 2 when the
  /// command makes no sense or a path leads nowhere.
  static int run(PrintStream out, PrintStream err, String... arguments) throws Exception {
    var command = new ReadWires();
    try {
      command.parse(arguments);
      var files = command.files();
      try (var room = ReadingRoom.open()) {
        return new Printing(out, room.look()).print(files) ? 0 : 1;
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      err.println("there is no " + e.getMessage());
      return 2;
    }
  }

  /// What the desk would make of a file, or of every file in a folder: lines of JSON, for a command
  /// that goes on with them.
  public static List<String> lines(Path path, @Nullable String agency) throws Exception {
    var command = new ReadWires();
    command.paths.add(path);
    command.agency = agency;
    var files = command.files();
    var text = new ByteArrayOutputStream();
    try (var room = ReadingRoom.open();
        var out = new PrintStream(text, false, StandardCharsets.UTF_8)) {
      new Printing(out, room.look()).print(files);
    }
    return text.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void parse(String[] arguments) {
    var words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      var word = words.remove();
      if (word.equals("--agency")) {
        agency = agency(words.poll());
      } else if (word.startsWith("--")) {
        throw new IllegalArgumentException("there is no option " + word + "\n" + USAGE);
      } else {
        paths.add(Path.of(word));
      }
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  private static String agency(@Nullable String name) {
    if (name == null || !Wire.isAgency(name)) {
      throw new IllegalArgumentException(
          "--agency needs a name of 1 to 32 small letters, digits and hyphens\n" + USAGE);
    }
    return name;
  }

  /// All of them before the first is read: a path that leads nowhere is known at once.
  private List<WireFile> files() throws IOException {
    var files = new ArrayList<WireFile>();
    for (var path : paths) {
      for (var file : Wires.in(path)) {
        files.add(new WireFile(file, agency));
      }
    }
    return files;
  }
}
