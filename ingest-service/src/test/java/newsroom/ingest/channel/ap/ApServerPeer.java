package newsroom.ingest.channel.ap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A media API on loopback: pages of five items, each with its text apart; always on one port.
final class ApServerPeer {

  /// In place of a status: the connection is closed without an answer.
  static final int SILENT = 0;

  /// A text in place of which an item is taken back.
  static final String KILL = "kill";

  private static final int PAGE = 5;

  final List<String> texts = new CopyOnWriteArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();

  /// What is answered on a path, whatever else would be.
  final Map<String, Integer> broken = new ConcurrentHashMap<>();

  volatile @Nullable String nextPage;

  private final JsonMapper json = JsonMapper.builder().build();
  private final int port;
  private @Nullable HttpServer server;

  ApServerPeer() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String at(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  void kill() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().toString();
      asked.add(path);
      var status = broken.get(path);
      if (!"hush".equals(exchange.getRequestHeaders().getFirst("x-api-key"))) {
        status = 401;
      }
      if (status != null && status == SILENT) {
        return;
      }
      if (status != null) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(status, -1);
      } else if (path.startsWith("/text/")) {
        send(exchange, texts.get(Integer.parseInt(path.substring(6))));
      } else {
        var from = path.contains("from=") ? Integer.parseInt(path.replaceFirst(".*from=", "")) : 0;
        send(exchange, json.writeValueAsString(page(from)));
      }
    }
  }

  private Map<String, Object> page(int from) {
    var to = Math.min(texts.size(), from + PAGE);
    var items = new ArrayList<Object>();
    for (int i = from; i < to; i++) {
      var nitf = Map.of("href", at("/text/" + i), "mimetype", "text/xml");
      items.add(
          Map.of(
              "meta", Map.of(),
              "item",
                  Map.of(
                      "altids",
                      Map.of("itemid", "item-" + i),
                      "version",
                      0,
                      "pubstatus",
                      KILL.equals(texts.get(i)) ? "canceled" : "usable",
                      "renditions",
                      Map.of("nitf", nitf))));
    }
    var next = nextPage == null ? at("/feed?from=" + to) : nextPage;
    return Map.of("api_version", "1.1", "data", Map.of("items", items, "next_page", next));
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
