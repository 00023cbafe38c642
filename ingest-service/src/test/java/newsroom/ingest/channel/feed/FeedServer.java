package newsroom.ingest.channel.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A web server on loopback that answers as a test says.
final class FeedServer implements AutoCloseable {

  private final HttpServer server;
  private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
  private volatile HttpHandler answer = exchange -> answer(exchange, 404);

  FeedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange);
          try (exchange) {
            answer.handle(exchange);
          }
        });
    server.start();
  }

  void answers(HttpHandler how) {
    answer = how;
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  List<String> paths() {
    return asked.stream().map(exchange -> exchange.getRequestURI().toString()).toList();
  }

  String lastHeader(String name) {
    return String.valueOf(asked.getLast().getRequestHeaders().getFirst(name));
  }

  static void answer(HttpExchange exchange, int status, String... headers) throws IOException {
    set(exchange, headers);
    exchange.sendResponseHeaders(status, -1);
  }

  static void answer(HttpExchange exchange, byte[] body, String... headers) throws IOException {
    set(exchange, headers);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void set(HttpExchange exchange, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
