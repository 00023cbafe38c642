package newsroom.benchmark.copy;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a story carries through the newsroom, for whoever finds it at the other end.
///
/// @param number of the story in its run
/// @param intended when it should have been sent, by `System.nanoTime()` of the load
public record Mark(long number, long intended) {

  /// In a text, and in an address made of one.
  private static final Pattern ANYWHERE =
      Pattern.compile("(?i)bench[ -](\\d+)[ -]at[ -](\\d+)(?!\\d)");

  /// The first mark in this text.
  public static Optional<Mark> in(CharSequence text) {
    var found = ANYWHERE.matcher(text);
    return found.find()
        ? Optional.of(new Mark(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
        : Optional.empty();
  }

  /// As it is written in a headline.
  @Override
  public String toString() {
    return "Bench " + number + " at " + intended;
  }
}
