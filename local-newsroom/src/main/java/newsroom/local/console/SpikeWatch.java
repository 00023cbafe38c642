package newsroom.local.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import newsroom.local.console.Line.Verb;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells of wires that were set aside from now on. They are on no topic; ingest's own list is
/// looked at.
final class SpikeWatch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> known = new HashSet<>();
  private final HttpRequest list;
  private final Consumer<Line> reader;
  private final Thread thread;
  private boolean first = true;

  private SpikeWatch(URI ingest, Consumer<Line> reader) {
    this.list =
        HttpRequest.newBuilder(ingest.resolve("spike")).timeout(Duration.ofSeconds(2)).build();
    this.reader = reader;
    this.thread = Thread.ofVirtual().name("spike-watch").unstarted(this::watch);
  }

  /// When this returns, no wire that is set aside later is missed.
  ///
  /// @param ingest the address of the ingest service, ends in `/`
  static SpikeWatch open(URI ingest, Consumer<Line> reader) throws InterruptedException {
    var watch = new SpikeWatch(ingest, reader);
    watch.look();
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(EVERY);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      var answer = http.send(list, BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        tell(JsonMapper.shared().readTree(answer.body()));
      }
    } catch (IOException | JacksonException e) {
      // ingest starts or stops; the next look will find what there is
    }
  }

  private void tell(JsonNode wires) {
    for (var wire : wires) {
      var id = wire.path("id").asString("");
      if (known.add(id + wire.path("spiked").asString("")) && !first) {
        reader.accept(new Line(Verb.SPIKED, id, text(wire)));
      }
    }
    first = false;
  }

  private static String text(JsonNode wire) {
    var name = wire.path("name").asString("");
    return wire.path("agency").asString("")
        + (name.isEmpty() ? "" : " " + name)
        + ": "
        + wire.path("reason").asString("");
  }

  @Override
  public void close() {
    thread.interrupt();
    http.shutdownNow();
  }
}
