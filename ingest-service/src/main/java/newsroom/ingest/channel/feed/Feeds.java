package newsroom.ingest.channel.feed;

import java.time.Clock;
import java.util.List;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.Source;
import newsroom.ingest.channel.Sources;
import newsroom.ingest.channel.web.Web;
import newsroom.ingest.wire.Desk;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The feeds of the settings.
@Component
final class Feeds implements Sources {

  private final FeedSettings settings;
  private final JsonMapper json;
  private final Desk desk;
  private final Clock clock;

  Feeds(FeedSettings settings, Desk desk, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.desk = desk;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public List<Source> open() {
    if (settings.feeds().isEmpty()) {
      return List.of();
    }
    var cursors = new Bookmarks(settings.feed().folder(), json);
    // one client for all; whoever is closed first closes it, and all are closed together
    var web = new Web(settings.feed().limits());
    return settings.feeds().stream()
        .<Source>map(
            feed -> new FeedPoll(feed, new Fetching(feed, web, clock), cursors, desk, clock))
        .toList();
  }
}
