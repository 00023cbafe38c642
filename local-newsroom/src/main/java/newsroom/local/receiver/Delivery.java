package newsroom.local.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One request of a sender.
record Delivery(Webhook webhook, Received received) implements HttpHandler {

  private static final int LARGEST = 16 * 1024 * 1024;

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "POST" -> take(exchange);
        case "GET" -> answer(exchange, 200, received.counts().toString());
        default -> answer(exchange, 405, "POST a message, or GET the counts");
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      answer(exchange, 413, "larger than " + LARGEST + " bytes");
      return;
    }
    var headers = lowerCase(exchange);
    var body = new String(bytes, UTF_8);
    try {
      webhook.verify(body, headers);
    } catch (WebhookVerificationException e) {
      received.refuse();
      answer(exchange, 401, "not signed by a sender I know: " + e.getMessage());
      return;
    }
    boolean first =
        received.keep(exchange.getRequestHeaders().getFirst(Webhook.UNBRANDED_MSG_ID_KEY), body);
    answer(exchange, 200, first ? "received" : "received before");
  }

  /// The server writes names in its own way; the verifier asks for them in small letters.
  private static Map<String, List<String>> lowerCase(HttpExchange exchange) {
    return exchange.getRequestHeaders().entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  private static void answer(HttpExchange exchange, int status, String words) throws IOException {
    var bytes = (words + "\n").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
