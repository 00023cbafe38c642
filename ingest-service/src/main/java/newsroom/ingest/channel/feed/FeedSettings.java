package newsroom.ingest.channel.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.ingest.channel.Mistakes;
import newsroom.ingest.channel.Secret;
import newsroom.ingest.channel.web.Web;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Which feeds are polled, and how.
///
/// @param feeds the feeds
/// @param feed what holds for all of them
@ConfigurationProperties("newsroom.ingest")
record FeedSettings(@DefaultValue List<Feed> feeds, Polling feed) {

  FeedSettings {
    var mistakes = new Mistakes("newsroom.ingest.feeds");
    for (int i = 0; i < feeds.size(); i++) {
      var each = feeds.get(i);
      mistakes.at(i).source(each.agency(), each.address(), each.every(), "http", "https");
      mistakes.unless(
          each.user() != null || Secret.of(each.password()).isEmpty(),
          "there is a password and no user");
    }
    mistakes.refuse();
  }

  /// One feed of an agency.
  ///
  /// @param every how often it is polled
  /// @param user for servers that want one, by HTTP Basic
  /// @param headers sent along, as `X-Api-Key`; none of these three to another server
  /// @param heedTtl whether to poll no more often than the feed's own `ttl` or `sy:updatePeriod`
  record Feed(
      String agency,
      URI address,
      @DefaultValue("60s") Duration every,
      @Nullable String user,
      @Nullable Secret password,
      @DefaultValue Map<String, Secret> headers,
      @DefaultValue("false") boolean heedTtl) {}

  /// How feeds are polled.
  ///
  /// @param folder keeps what was last seen of each feed
  /// @param allowLoopback whether feeds on this machine may be polled
  /// @param maxSize the largest feed, unpacked
  /// @param timeout how long one poll may take in all
  record Polling(Path folder, boolean allowLoopback, DataSize maxSize, Duration timeout) {

    Web.Limits limits() {
      return new Web.Limits(allowLoopback, maxSize, timeout);
    }
  }
}
