package newsroom.system;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A partner's webhook endpoint that writes down everything it is sent and accepts only what the
/// reference verifier accepts. It can go down and come back on the same port.
final class Partner implements AutoCloseable {

  // the newsroom under test has the time of day; so have its tests
  private static final Clock CLOCK = Clock.systemUTC();

  static final String SECRET = "whsec_bmV3c3Jvb20tc3lzdGVtLXRlc3RzLXBhcnRuZXItc2VjcmV0";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Webhook verifier;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final int port;
  private @Nullable HttpServer server;

  /// What the partner was sent.
  record Received(String id, String type, JsonNode data, Instant at) {

    String uri() {
      return data.path("uri").asString();
    }

    long version() {
      return data.path("version").asLong();
    }

    String headline() {
      return data.path("article").path("headlines").path(0).path("value").asString("");
    }
  }

  Partner() {
    try {
      this.verifier = new Webhook(SECRET);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalStateException("the secret is not empty", e);
    }
    this.port = open(0);
  }

  String address() {
    return "http://127.0.0.1:" + port + "/hook";
  }

  List<Received> received() {
    return received;
  }

  /// What came of the story with this headline.
  List<Received> received(String headline) {
    return received.stream().filter(one -> one.headline().equals(headline)).toList();
  }

  /// Everything in which this text stands, be it in a link of another story.
  List<Received> mentions(String text) {
    return received.stream().filter(one -> one.data().toString().contains(text)).toList();
  }

  void goDown() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  void comeBack() {
    open(port);
  }

  private int open(int wanted) {
    try {
      var opened =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
      opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      opened.createContext("/hook", this::take);
      opened.start();
      server = opened;
      return opened.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      verifier.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      var event = JSON.readTree(body);
      received.add(
          new Received(id, event.path("type").asString(), event.path("data"), CLOCK.instant()));
      exchange.sendResponseHeaders(204, -1);
    } catch (WebhookVerificationException e) {
      exchange.sendResponseHeaders(401, -1);
    }
  }

  @Override
  public void close() {
    goDown();
  }
}
