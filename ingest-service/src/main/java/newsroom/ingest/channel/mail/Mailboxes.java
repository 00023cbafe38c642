package newsroom.ingest.channel.mail;

import java.time.Clock;
import java.util.List;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Source;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.wire.Desk;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The mailboxes of the settings.
@Component
final class Mailboxes implements Sources {

  private final MailSettings settings;
  private final ChannelSettings common;
  private final SslBundles bundles;
  private final JsonMapper json;
  private final Desk desk;
  private final Clock clock;

  Mailboxes(
      MailSettings settings,
      ChannelSettings common,
      SslBundles bundles,
      JsonMapper json,
      Desk desk,
      Clock clock) {
    this.settings = settings;
    this.common = common;
    this.bundles = bundles;
    this.json = json;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public List<Source> open() {
    var cursors = new Bookmarks(common.folder().resolve("mail"), json);
    return settings.mail().stream().<Source>map(box -> source(box, cursors)).toList();
  }

  private Source source(MailSettings.Mailbox box, Bookmarks cursors) {
    var door = new MailDoor(box, common, bundles);
    return new MailPoll(box, door, cursors, desk, clock);
  }
}
