package newsroom.publish.destination.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Shelf;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.html.Html;
import org.springframework.stereotype.Component;

/// Makes mails. What a site's file may say is in `docs/destinations/mail.md`.
@Component
public class MailKind implements DestinationKind {

  private final Clock clock;
  private final Html html;
  private final Rendition text;
  private final SentMails sent;

  MailKind(Clock clock, Html html, List<Rendition> renditions, SentMails sent) {
    this.clock = clock;
    this.html = html;
    this.text =
        renditions.stream().filter(it -> it.name().equals("text")).findFirst().orElseThrow();
    this.sent = sent;
  }

  @Override
  public String kind() {
    return "mail";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    var read = MailSettings.from(settings, masthead.site());
    var letters = new Letters(read, masthead, text, html, clock);
    return new MailDestination(name, read, letters, sent, MailDestination.DEADLINE);
  }
}
