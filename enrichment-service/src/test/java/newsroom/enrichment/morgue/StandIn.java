package newsroom.enrichment.morgue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An OpenSearch that says what a test makes it say.
final class StandIn implements AutoCloseable {

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String sent = "";
  private volatile Says says = _ -> new Answer(200, "{}");

  /// What it says to a request like `GET /path?query`.
  @FunctionalInterface
  interface Says {
    Answer to(String request);
  }

  /// @param status 0: the connection ends without an answer
  record Answer(int status, String body) {}

  StandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  void says(int status, String body) {
    says = _ -> new Answer(status, body);
  }

  void says(Says saying) {
    says = saying;
  }

  List<String> asked() {
    return asked;
  }

  /// The body of the last request that had one.
  String sent() {
    return sent;
  }

  OpenSearchSettings settings(String path) {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new OpenSearchSettings(address, "morgue", 1, 0, "", "", Duration.ofSeconds(5));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      sent = body.isEmpty() ? sent : body;
      asked.add(request);
      var answer = says.to(request);
      if (answer.status() > 0) {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
