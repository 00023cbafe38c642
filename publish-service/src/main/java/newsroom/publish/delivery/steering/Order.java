package newsroom.publish.delivery.steering;

import newsroom.publish.delivery.reading.Problem;
import org.jspecify.annotations.Nullable;

/// What somebody wants done to one story.
///
/// @param by who
/// @param why in a sentence, for those who look at the story later
/// @param site where; null for everywhere
/// @param force for a replay: also what is live exactly so, and what was taken down
record Order(String by, String why, @Nullable String site, boolean force) {

  private static final int LONGEST = 500;

  /// As it came: anything may be missing.
  record Body(
      @Nullable String by, @Nullable String why, @Nullable String site, @Nullable Boolean force) {

    Order order() {
      return new Order(
          said("by", "who you are", by),
          said("why", "why, in a sentence", why),
          site == null || site.isBlank() ? null : site.strip(),
          Boolean.TRUE.equals(force));
    }
  }

  static String said(String key, String what, @Nullable String words) {
    if (words == null || words.isBlank()) {
      throw Problem.senseless("say in “" + key + "” " + what + ": it is written into the daybook");
    }
    if (words.length() > LONGEST) {
      throw Problem.senseless("“" + key + "” is longer than " + LONGEST + " letters");
    }
    return words.strip().replace('\0', '\ufffd');
  }

  /// As the reason of a delivery says it.
  String sentence(String done) {
    return done + " (" + by + "): " + why;
  }
}
