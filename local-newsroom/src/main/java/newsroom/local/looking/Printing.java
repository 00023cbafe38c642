package newsroom.local.looking;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import newsroom.ingest.wire.Look;
import tools.jackson.databind.json.JsonMapper;

/// Looks at files side by side and prints what was found in their order.
final class Printing {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// So many files may wait to be printed after a slow one.
  private static final int AHEAD = 32;

  private final PrintStream out;
  private final Look look;

  Printing(PrintStream out, Look look) {
    this.out = out;
    this.look = look;
  }

  private record Text(String lines, boolean seen) {}

  /// Whether each of them could be opened.
  boolean print(List<WireFile> files) throws InterruptedException, ExecutionException {
    var allSeen = true;
    var coming = new ArrayDeque<Future<Text>>();
    try (var readers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (var file : files) {
        if (coming.size() == AHEAD) {
          allSeen &= print(coming.remove().get());
        }
        coming.add(readers.submit(() -> text(file)));
        if (out.checkError()) {
          // nobody reads on
          readers.shutdownNow();
          return allSeen;
        }
      }
      while (!coming.isEmpty()) {
        allSeen &= print(coming.remove().get());
      }
    }
    return allSeen;
  }

  private Text text(WireFile file) {
    var found = file.with(look);
    return new Text(
        found.entries().stream()
            .map(JSON::writeValueAsString)
            .collect(Collectors.joining("\n", "", "\n")),
        found.seen());
  }

  private boolean print(Text text) {
    out.print(text.lines());
    return text.seen();
  }
}
