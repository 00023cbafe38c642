package newsroom.local.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A partner's endpoint as Standard Webhooks describes it: `POST /` takes a signed message, `GET /`
/// counts.
public final class PartnerReceiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService deliveries;
  private final Received received;

  private PartnerReceiver(HttpServer server, ExecutorService deliveries, Received received) {
    this.server = server;
    this.deliveries = deliveries;
    this.received = received;
  }

  /// Listens on loopback.
  ///
  /// @param file where accepted messages are kept, one JSON object a line; what is in it already
  ///     counts as received
  /// @param secret shared with the sender: `whsec_` and base64
  public static PartnerReceiver start(Path file, int port, String secret, Clock clock)
      throws IOException {
    var received = Received.in(file, clock);
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    var deliveries = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(deliveries);
    server.createContext("/", new Delivery(webhook(secret), received));
    server.start();
    return new PartnerReceiver(server, deliveries, received);
  }

  private static Webhook webhook(String secret) {
    try {
      return new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the partner's secret is empty", e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /// What came so far.
  public Counts counts() {
    return received.counts();
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    deliveries.shutdownNow();
    received.close();
  }
}
