package newsroom.local.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The messages that were accepted, one JSON object a line: `{"id": …, "received": …, "message":
/// …}`.
final class Received implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Set<String> ids;
  private final OutputStream file;
  private final Clock clock;
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  private Received(Set<String> ids, OutputStream file, Clock clock) {
    this.ids = ids;
    this.file = file;
    this.clock = clock;
  }

  static Received in(Path file, Clock clock) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var ids = new HashSet<String>();
    if (Files.exists(file)) {
      mendEnd(file);
      try (var lines = Files.lines(file)) {
        lines.map(line -> JSON.readTree(line).path("id").asString("")).forEach(ids::add);
      }
    }
    return new Received(ids, Files.newOutputStream(file, CREATE, APPEND), clock);
  }

  /// A killed process may have left half a line; its sender got no answer and sends again.
  private static void mendEnd(Path file) throws IOException {
    var text = Files.readString(file);
    int end = text.lastIndexOf('\n') + 1;
    if (end < text.length()) {
      Files.writeString(file, text.substring(0, end));
    }
  }

  /// Whether it is kept now; false when it was kept before.
  synchronized boolean keep(String id, String body) throws IOException {
    if (ids.contains(id)) {
      repeated.incrementAndGet();
      return false;
    }
    var line = JSON.createObjectNode();
    line.put("id", id);
    line.put("received", clock.instant().toString());
    line.set("message", message(body));
    file.write((JSON.writeValueAsString(line) + "\n").getBytes(UTF_8));
    file.flush();
    ids.add(id);
    return true;
  }

  private static JsonNode message(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.getNodeFactory().stringNode(body);
    }
  }

  void refuse() {
    refused.incrementAndGet();
  }

  synchronized Counts counts() {
    return new Counts(ids.size(), repeated.get(), refused.get());
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
