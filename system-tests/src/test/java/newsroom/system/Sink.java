package newsroom.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A webhook endpoint that writes down each request before it answers as its temper has it.
final class Sink implements AutoCloseable {

  // the newsroom under test has the time of day; so have its tests
  private static final Clock CLOCK = Clock.systemUTC();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConcurrentLinkedQueue<Arrived> arrived = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private final String name;
  private volatile Temper temper;

  /// How a sink answers.
  interface Temper {

    /// What is said to this request.
    Said to(Arrived arrived) throws InterruptedException;
  }

  /// What a sink says; a status of 0 is no answer at all, though the request was taken.
  record Said(int status, boolean retryAfter) {

    static final Said OK = new Said(204, false);
    static final Said NOTHING = new Said(0, false);

    boolean taken() {
      return status == 0 || status < 300;
    }
  }

  /// One request.
  record Arrived(String id, String body, JsonNode event, Instant at) {

    String type() {
      return event.path("type").asString();
    }

    boolean shows() {
      return type().equals("article.published") || type().equals("article.updated");
    }

    String uri() {
      return event.path("data").path("uri").asString();
    }

    Mark mark() {
      var data = event.path("data");
      return new Mark(
          data.path("version").asLong(),
          Instant.parse(data.path("versionCreated").asString()),
          data.path("revision").asInt());
    }
  }

  /// What orders the words on a story.
  record Mark(long version, Instant created, int revision) implements Comparable<Mark> {

    @Override
    public int compareTo(Mark other) {
      return version != other.version
          ? Long.compare(version, other.version)
          : created.equals(other.created)
              ? Integer.compare(revision, other.revision)
              : created.compareTo(other.created);
    }
  }

  Sink(String name, Temper temper) {
    this.name = name;
    this.temper = temper;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/hook", this::take);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void becomes(Temper other) {
    temper = other;
  }

  /// All that came, in its order.
  List<Arrived> arrived() {
    return List.copyOf(arrived);
  }

  int count() {
    return arrived.size();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      var one = new Arrived(id, body, JSON.readTree(body), CLOCK.instant());
      arrived.add(one);
      var said = temper.to(one);
      if (said.status() != 0) {
        if (said.retryAfter()) {
          exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(said.status(), -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
