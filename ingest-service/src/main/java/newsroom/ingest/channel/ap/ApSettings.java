package newsroom.ingest.channel.ap;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.channel.Mistakes;
import newsroom.ingest.channel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which feeds of AP's Media API are followed.
@ConfigurationProperties("newsroom.ingest")
record ApSettings(@DefaultValue List<Feed> apMedia) {

  ApSettings {
    var mistakes = new Mistakes("newsroom.ingest.ap-media");
    for (int i = 0; i < apMedia.size(); i++) {
      var feed = apMedia.get(i);
      mistakes.at(i).source(feed.agency(), feed.address(), feed.every(), "http", "https");
      mistakes.unless(!Secret.of(feed.key()).isEmpty(), "key is missing");
    }
    mistakes.refuse();
  }

  /// One feed.
  ///
  /// @param address as `https://api.ap.org/media/v/content/feed?q=productid:(1234)`
  /// @param key sent as `x-api-key`
  /// @param every how long to wait after a page that brought nothing new
  record Feed(
      String agency, URI address, @Nullable Secret key, @DefaultValue("30s") Duration every) {}
}
