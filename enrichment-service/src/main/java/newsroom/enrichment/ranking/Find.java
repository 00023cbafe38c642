package newsroom.enrichment.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsroom.enrichment.morgue.Holdings;

/// A related story that was found.
///
/// @param likeness how related it is, whatever its age, 0 to 1
/// @param shared the most telling words that they share
/// @param time when it was news
/// @param age how much older than the story it is; negative when it is newer
public record Find(
    Holdings.Card card, double likeness, List<String> shared, Instant time, Duration age) {

  private static final Duration RUNNING = Duration.ofDays(3);
  private static final Duration A_DAY = Duration.ofDays(1);

  /// Whether it can be of the same running story: of the days around it.
  public boolean isRecent() {
    return age.compareTo(RUNNING) <= 0;
  }

  /// Whether a reader can have missed it.
  public boolean isBackground() {
    return isBackground(age);
  }

  static boolean isBackground(Duration age) {
    return age.compareTo(A_DAY) >= 0;
  }
}
