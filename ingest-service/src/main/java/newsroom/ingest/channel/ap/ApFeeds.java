package newsroom.ingest.channel.ap;

import java.time.Clock;
import java.util.List;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Source;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.channel.web.Web;
import newsroom.ingest.wire.Desk;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The feeds of AP's Media API of the settings.
@Component
final class ApFeeds implements Sources {

  private final ApSettings settings;
  private final ChannelSettings common;
  private final JsonMapper json;
  private final Desk desk;
  private final Clock clock;

  ApFeeds(ApSettings settings, ChannelSettings common, JsonMapper json, Desk desk, Clock clock) {
    this.settings = settings;
    this.common = common;
    this.json = json;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public List<Source> open() {
    if (settings.apMedia().isEmpty()) {
      return List.of();
    }
    var cursors = new Bookmarks(common.folder().resolve("ap-media"), json);
    var tools = new ApPoll.Tools(cursors, json, desk, clock);
    var limits = new Web.Limits(common.allowLoopback(), common.maxSize(), common.timeout());
    var web = new Web(limits);
    return settings.apMedia().stream()
        .<Source>map(feed -> new ApPoll(feed, new ApServer(feed, web), tools))
        .toList();
  }
}
