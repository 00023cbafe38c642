/// RSS from 0.90 to 2.0, the export of WordPress, and Atom. Each entry is a story; its mark is when
/// it was last updated, because a feed has no version. A further kind of feed is one more
/// [newsroom.ingest.format.feed.Feed.Kind] with its [newsroom.ingest.format.Format].
@NullMarked
package newsroom.ingest.format.feed;

import org.jspecify.annotations.NullMarked;
