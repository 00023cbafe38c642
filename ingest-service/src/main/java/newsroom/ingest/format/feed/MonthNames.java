package newsroom.ingest.format.feed;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The months by their names in the languages of Europe, whole or as short as one likes; a name
/// that means different months in two of them means none, unless it is English.
final class MonthNames {

  private static final List<String> LANGUAGES =
      List.of(
          "de", "fr", "es", "it", "nl", "pt", "da", "sv", "nb", "fi", "el", "hu", "pl", "cs", "sk",
          "ro", "tr", "ru", "uk", "bg", "et", "lv", "lt", "is", "ca", "hr", "sl", "sr");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}.]");
  private static final int AMBIGUOUS = 0;

  private static final NavigableMap<String, Integer> NUMBERS = numbers();

  private MonthNames() {}

  /// 1 to 12; 0 when nobody calls a month so.
  static int number(String name) {
    var plain = plain(name);
    var exact = NUMBERS.get(plain);
    if (exact != null) {
      return exact;
    }
    var longer =
        NUMBERS.subMap(plain, true, plain + '\uFFFF', false).values().stream().distinct().toList();
    return longer.size() == 1 ? longer.getFirst() : AMBIGUOUS;
  }

  private static NavigableMap<String, Integer> numbers() {
    var numbers = new TreeMap<String, Integer>();
    for (var language : LANGUAGES) {
      named(Locale.forLanguageTag(language))
          .forEach(
              (name, number) -> numbers.merge(name, number, (a, b) -> a.equals(b) ? a : AMBIGUOUS));
    }
    numbers.putAll(named(Locale.ENGLISH));
    numbers.put("sept", 9);
    return numbers;
  }

  private static Map<String, Integer> named(Locale locale) {
    var named = new HashMap<String, Integer>();
    for (var month : Month.values()) {
      for (var style :
          List.of(
              TextStyle.FULL,
              TextStyle.FULL_STANDALONE,
              TextStyle.SHORT,
              TextStyle.SHORT_STANDALONE)) {
        var name = plain(month.getDisplayName(style, locale));
        if (name.length() > 2 && name.codePoints().allMatch(Character::isLetter)) {
          named.put(name, month.getValue());
        }
      }
    }
    return named;
  }

  private static String plain(String name) {
    var apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("");
  }
}
