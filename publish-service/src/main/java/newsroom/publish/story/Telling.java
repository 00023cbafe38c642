package newsroom.publish.story;

import java.time.Instant;

/// The same story as another agency tells it.
///
/// @param agency the agency's short name
/// @param similarity how alike the two texts are, 0 to 1
/// @param firstLive when that telling was first live
public record Telling(String uri, String agency, double similarity, Instant firstLive) {}
