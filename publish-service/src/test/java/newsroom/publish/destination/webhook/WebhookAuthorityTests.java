package newsroom.publish.destination.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.PrivateAuthorityContract;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.ninjs.Ninjs;
import org.junit.jupiter.api.AfterEach;

class WebhookAuthorityTests extends PrivateAuthorityContract {

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Override
  protected int port() {
    return receiver.url().getPort();
  }

  @Override
  protected Destination open(URI url, Map<String, String> more) {
    var settings =
        new TreeMap<>(Map.of("url", url.resolve("/hook").toString(), "allow-loopback", "true"));
    settings.put("secret", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
    settings.putAll(more);
    return new WebhookKind(Clock.systemUTC(), new Ninjs(new Html()))
        .open("harbor/webhook", Pages.MASTHEAD, settings, new LedgerShelf());
  }
}
