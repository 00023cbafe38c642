package newsroom.enrichment.ranking;

import java.time.Duration;

/// What age does to relatedness: it fades from 1 towards a floor that good background keeps. On
/// judged news no other step gained as much. Age counts from the story, not from today.
public enum Freshness {
  /// The same running story.
  RUNNING(4, 0.1),
  /// What led to it.
  BACKGROUND(14, 0.3);

  private static final double SECONDS_A_DAY = 86_400;

  private final double days;
  private final double floor;

  Freshness(double days, double floor) {
    this.days = days;
    this.floor = floor;
  }

  double of(double likeness, Duration age) {
    double passed = Math.abs(age.toSeconds()) / SECONDS_A_DAY;
    return likeness * (floor + (1 - floor) * Math.exp(-passed / days));
  }

  public double of(Find find) {
    return of(find.likeness(), find.age());
  }
}
