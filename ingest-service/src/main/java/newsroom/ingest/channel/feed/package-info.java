/// Wires from feeds that are polled. What was last seen of a feed is noted only after the desk has
/// it, so a poll that fails is simply made again. [Fetching] asks a server, [FeedPoll] is one feed.
@NullMarked
package newsroom.ingest.channel.feed;

import org.jspecify.annotations.NullMarked;
