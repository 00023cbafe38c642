package newsroom.enrichment.ranking;

import java.time.Duration;
import newsroom.enrichment.vocabulary.Gist;

/// When two texts tell one story. Measured: what one agency made of another's text, cut, turned
/// round or with words of its own, is this much alike; stories about different events of one
/// subject never are. See docs/related-links.md.
final class Sameness {

  /// Two agencies that tell one story.
  private static final double TOLD = 0.60;

  /// One agency's text once more. Its follow-ups repeat much and may be linked, so this is
  /// choosier.
  private static final double COPIED = 0.75;

  /// What is told again later is another story that says the same.
  private static final Duration DAYS = Duration.ofDays(2);

  private Sameness() {}

  static boolean isCopied(Gist.Likeness likeness) {
    return likeness.text() >= COPIED;
  }

  /// @param age between the two
  static boolean isTold(Gist.Likeness likeness, Duration age) {
    return likeness.text() >= TOLD && isOfTheseDays(age);
  }

  static boolean isOfTheseDays(Duration age) {
    return age.abs().compareTo(DAYS) <= 0;
  }
}
