package newsroom.ingest.channel.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What was last seen of a feed.
///
/// @param address the feed's address as in the settings, for people
/// @param movedTo where the feed says it has moved for good
/// @param etag as the feed gave it
/// @param lastModified as the feed gave it
/// @param sha256 of the bytes, for feeds that give neither
/// @param rest the seconds that the feed itself wants between two polls
record Cursor(
    URI address,
    @Nullable URI movedTo,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String sha256,
    @Nullable Long rest) {

  static Cursor start(URI address) {
    return new Cursor(address, null, null, null, null, null);
  }

  URI current() {
    return movedTo == null ? address : movedTo;
  }

  /// Forgets where it has moved: that address does not answer, perhaps the old one does again.
  Cursor backHome() {
    return movedTo == null ? this : start(address);
  }
}
