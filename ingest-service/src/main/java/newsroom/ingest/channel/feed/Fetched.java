package newsroom.ingest.channel.feed;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a feed's server answered.
sealed interface Fetched {

  /// Nothing new since the cursor.
  record Unchanged() implements Fetched {}

  /// The server asks to be left alone for a while.
  record Later(Duration pause) implements Fetched {}

  /// The feed is no more and will not come back.
  record Gone() implements Fetched {}

  /// The feed.
  ///
  /// @param movedTo where the feed has moved for good; null when it has not
  record Feed(
      ByteBuffer content,
      @Nullable String charset,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable URI movedTo)
      implements Fetched {}
}
