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
import newsroom.benchmark.copy.Mark;

/// Takes the webhooks of all sites, each under `/` and the site's name.
final class Receiver implements AutoCloseable {

  private static final int NO_CONTENT = 204;

  /// Is told of each story.
  interface Out {

    /// A story's message is there, whole.
    ///
    /// @param message the identifier that a repetition would bear, too
    void story(Door door, String message, Mark mark);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Receiver(int port, Map<String, Door> doors, Out out) throws IOException {
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

  private static void take(HttpExchange call, Door door, Out out) throws IOException {
    try (call) {
      var body = new String(call.getRequestBody().readAllBytes(), UTF_8);
      var message = call.getRequestHeaders().getFirst("webhook-id");
      Mark.in(body).ifPresent(mark -> out.story(door, message, mark));
      call.sendResponseHeaders(NO_CONTENT, -1);
    }
  }
}
