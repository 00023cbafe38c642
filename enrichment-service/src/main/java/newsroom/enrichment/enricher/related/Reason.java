package newsroom.enrichment.enricher.related;

import java.time.Duration;
import newsroom.enrichment.ranking.Find;

/// Why a story is linked, in words.
final class Reason {

  private Reason() {}

  /// As `shares zelenskyy, paris, guarantees; 2 days older`.
  static String of(Find find) {
    return "shares " + String.join(", ", find.shared()) + "; " + age(find.age());
  }

  private static String age(Duration age) {
    var size = age.abs();
    var than = age.isNegative() ? " newer" : " older";
    if (size.toDays() > 0) {
      return count(size.toDays(), "day") + than;
    }
    return size.toHours() > 0 ? count(size.toHours(), "hour") + than : "of the same hour";
  }

  private static String count(long many, String unit) {
    return many + " " + unit + (many == 1 ? "" : "s");
  }
}
