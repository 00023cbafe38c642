package newsroom.ingest.draft;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/// What stands above a story whose wire has no headline: bulletins often begin with the text.
final class Headline {

  private static final int WORDS = 12;
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\h]+");

  private Headline() {}

  /// The wire's headline, or the first words of the text, or the slugline. A kill names a story
  /// that is known already, so it never fails for want of a headline.
  static Optional<String> of(Copy copy) {
    return given(copy.headlines().headline())
        .or(() -> firstWords(copy))
        .or(() -> given(copy.headlines().slugline()))
        .or(() -> takesDown(copy) ? Optional.of(copy.guid()) : Optional.empty());
  }

  private static boolean takesDown(Copy copy) {
    return copy.lifecycle().status() != Copy.Status.USABLE;
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static Optional<String> firstWords(Copy copy) {
    return copy.body().stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> plain(((Block.Paragraph) block).markup()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Headline::cut);
  }

  private static String plain(String markup) {
    var text = TAG.matcher(markup).replaceAll(" ");
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text = text.replace("&nbsp;", " ").replace("&#39;", "'").replace("&amp;", "&");
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static String cut(String text) {
    var words = text.split(" ", WORDS + 1);
    if (words.length <= WORDS) {
      return text;
    }
    return String.join(" ", Arrays.copyOf(words, WORDS)) + "…";
  }
}
