package newsroom.publish.destination.webhook;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Shelf;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.ninjs.Ninjs;
import newsroom.publish.rendition.ninjs.NinjsVersion;
import org.springframework.stereotype.Component;

/// Makes webhooks. Settings: `url`, `secret` (`whsec_…`), and where needed `previous-secret` while
/// the secret is changed, `concurrency` (16), `payload` (full, or thin), `ninjs` (3.1, or
/// 2.2, 1.6), `allow-loopback`, `allow-private`.
@Component
public class WebhookKind implements DestinationKind {

  private final Clock clock;
  private final Ninjs ninjs;

  WebhookKind(Clock clock, Ninjs ninjs) {
    this.clock = clock;
    this.ninjs = ninjs;
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    var read = WebhookSettings.from(settings);
    var version = NinjsVersion.of(settings.getOrDefault("ninjs", "3.1"));
    Function<Page, String> article = page -> ninjs.render(page, masthead, version);
    var envelope = new Envelope(WebhookSettings.isThin(settings) ? null : article, masthead.site());
    return new WebhookDestination(clock, read, envelope, new Post(clock, read));
  }
}
