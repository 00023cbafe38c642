package newsroom.publish.destination.pages.lists;

import java.time.Instant;
import newsroom.publish.rendition.Card;

/// A story that lists showed and that was taken down.
///
/// @param killed its agency took it back; it does not come again
public record Gone(Card card, Instant at, boolean killed) {}
