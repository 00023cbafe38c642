package newsroom.publish.rendition.html;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long reading a story takes, as its page says it in the site's language.
final class ReadingTime {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("en", "%d min read"),
          Map.entry("de", "%d Min. Lesezeit"),
          Map.entry("fr", "%d min de lecture"),
          Map.entry("es", "%d min de lectura"),
          Map.entry("it", "%d min di lettura"),
          Map.entry("pt", "%d min de leitura"),
          Map.entry("nl", "%d min leestijd"),
          Map.entry("da", "%d min. læsetid"),
          Map.entry("sv", "%d min läsning"),
          Map.entry("fi", "%d min lukuaika"),
          Map.entry("pl", "%d min czytania"),
          Map.entry("ja", "読了時間 %d分"),
          Map.entry("zh", "阅读需 %d 分钟"));

  private ReadingTime() {}

  /// In whole minutes, one at least; null where the time is not known, or nobody has told us how to
  /// say it in that language.
  static @Nullable String of(@Nullable Integer seconds, String language) {
    var words = WORDS.get(Locale.forLanguageTag(language).getLanguage());
    return seconds == null || words == null
        ? null
        : words.formatted(Math.max(1, Math.round(seconds / 60.0)));
  }
}
