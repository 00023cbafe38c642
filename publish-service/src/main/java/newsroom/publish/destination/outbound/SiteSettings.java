package newsroom.publish.destination.outbound;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/// Reads what a site's file says of a destination, and says what is wrong with it.
///
/// @param all by their keys
public record SiteSettings(Map<String, String> all) {

  /// The settings of one destination.
  ///
  /// @param kind as in `a Ghost site`
  /// @throws IllegalArgumentException with a sentence that names a setting that there is none of
  public static SiteSettings of(
      Map<String, String> settings, String kind, Collection<String> known) {
    for (var key : settings.keySet()) {
      check(
          known.contains(key),
          key + " is no setting of " + kind + "; there are " + new TreeSet<>(known));
    }
    return new SiteSettings(settings);
  }

  /// Empty where nothing is said.
  public String text(String key) {
    return all.getOrDefault(key, "");
  }

  /// True for the first of two words, which is what counts when nothing is said.
  public boolean choice(String key, String first, String second) {
    var text = all.getOrDefault(key, first);
    check(
        text.equals(first) || text.equals(second),
        key + " must be " + first + " or " + second + ", not " + text);
    return text.equals(first);
  }

  /// True or false, and false where nothing is said.
  public boolean flag(String key) {
    var text = all.getOrDefault(key, "false");
    check(text.equals("true") || text.equals("false"), key + " must be true or false, not " + text);
    return text.equals("true");
  }

  /// A number from 1 to the most that goes.
  public int number(String key, int usual, int most) {
    var text = all.getOrDefault(key, String.valueOf(usual));
    boolean right = text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= most;
    check(right, key + " must be a number from 1 to " + most + ", not " + text);
    return Integer.parseInt(text);
  }

  /// Says what is wrong.
  public static void check(boolean right, String sentence) {
    if (!right) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
