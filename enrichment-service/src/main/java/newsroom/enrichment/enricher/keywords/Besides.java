package newsroom.enrichment.enricher.keywords;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Words with capital letters that are no names: days, months, titles.
///
/// @param calendar in small letters
record Besides(Set<String> calendar) {

  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms miss dr prof sir lord lady president vice chairman chairwoman chancellor premier prime"
                  + " minister ministers secretary mayor governor senator sen rep congressman congresswoman judge"
                  + " gen colonel col lt captain capt sergeant king queen prince princess pope"
                  + " archbishop bishop cardinal rev professor"
                  + " herr frau präsident präsidentin kanzler bundeskanzler bundeskanzlerin ministerin"
                  + " ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister"
                  + " monsieur madame mme président présidente ministre maire señor señora presidente"
                  + " presidenta ministro ministra alcalde alcaldesa signor signora")
              .split(" "));

  /// More languages than any newsroom has; what the wires call so has no end.
  private static final int LANGUAGES = 100;

  private static final Cache<String, Besides> READ =
      Caffeine.newBuilder().maximumSize(LANGUAGES).executor(Runnable::run).build();

  /// In a language, as `en`.
  static Besides in(String language) {
    return READ.get(language, Besides::read);
  }

  private static Besides read(String language) {
    var symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
    var calendar = new HashSet<String>();
    Stream.of(
            symbols.getMonths(),
            symbols.getShortMonths(),
            symbols.getWeekdays(),
            symbols.getShortWeekdays())
        .flatMap(Arrays::stream)
        .filter(word -> !word.isEmpty())
        .forEach(word -> calendar.add(small(word)));
    return new Besides(calendar);
  }

  boolean isDate(String word) {
    return calendar.contains(small(word));
  }

  boolean isTitle(String word) {
    return TITLES.contains(small(word));
  }

  private static String small(String word) {
    var small = word.toLowerCase(Locale.ROOT);
    return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
  }
}
