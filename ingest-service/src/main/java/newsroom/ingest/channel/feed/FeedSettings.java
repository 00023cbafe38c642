package newsroom.ingest.channel.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.wire.Wire;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Which feeds are polled, and how.
///
/// @param feeds the feeds
/// @param feed what holds for all of them
@ConfigurationProperties("newsroom.ingest")
record FeedSettings(@DefaultValue List<Feed> feeds, Polling feed) {

  /// One feed of an agency.
  record Feed(String agency, URI address, @DefaultValue("60s") Duration every) {

    Feed {
      if (!Wire.isAgency(agency)) {
        throw new IllegalArgumentException(
            "feed " + address + ": “" + agency + "” is no agency's name");
      }
      if (!Fetching.isWeb(address)) {
        throw new IllegalArgumentException(
            "feed of " + agency + ": " + address + " is no http or https address");
      }
    }
  }

  /// How feeds are polled.
  ///
  /// @param folder keeps what was last seen of each feed
  /// @param allowLoopback whether feeds on this machine may be polled
  /// @param maxSize the largest feed, unpacked
  /// @param timeout how long one poll may take in all
  record Polling(Path folder, boolean allowLoopback, DataSize maxSize, Duration timeout) {}
}
