package newsroom.benchmark.site.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import newsroom.benchmark.copy.Mark;

/// Takes the webhooks of all sites, each under `/` and the site's name.
final class Receiver implements AutoCloseable {

  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param out told of each story, and when the whole body was there
  Receiver(int port, Map<String, Door> doors, BiConsumer<Door, Mark> out) throws IOException {
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    doors.forEach((site, door) -> server.createContext("/" + site, call -> take(call, door, out)));
    server.setExecutor(threads);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static void take(HttpExchange call, Door door, BiConsumer<Door, Mark> out)
      throws IOException {
    try (call) {
      var body = new String(call.getRequestBody().readAllBytes(), UTF_8);
      Mark.in(body).ifPresent(mark -> out.accept(door, mark));
      call.sendResponseHeaders(NO_CONTENT, -1);
    }
  }
}
