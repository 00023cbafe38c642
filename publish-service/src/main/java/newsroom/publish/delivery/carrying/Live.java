package newsroom.publish.delivery.carrying;

import java.time.Instant;
import newsroom.publish.story.Mark;
import org.jspecify.annotations.Nullable;

/// What a destination shows of a story.
///
/// @param headline as promos of other pages say it
/// @param expires when it must go
/// @param since when this version came to be shown
record Live(Mark mark, String headline, @Nullable Instant expires, Instant since) {}
