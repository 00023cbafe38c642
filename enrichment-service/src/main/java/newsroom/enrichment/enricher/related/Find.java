package newsroom.enrichment.enricher.related;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsroom.enrichment.morgue.StoryDocument;

/// A related story that was found.
///
/// @param likeness its score as a share of what the story itself would score, 0 to about 1
/// @param shared the most telling words that they share
/// @param time when it was news
/// @param age how much older than the story it is; negative when it is newer
record Find(
    StoryDocument.Card card, double likeness, List<String> shared, Instant time, Duration age) {

  private static final Duration RUNNING = Duration.ofDays(3);
  private static final Duration A_DAY = Duration.ofDays(1);

  /// Whether it can be of the same running story: of the days around it.
  boolean isRecent() {
    return age.compareTo(RUNNING) <= 0;
  }

  /// Whether a reader can have missed it.
  boolean isBackground() {
    return age.compareTo(A_DAY) >= 0;
  }
}
