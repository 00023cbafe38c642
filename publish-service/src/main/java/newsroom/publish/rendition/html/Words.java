package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A site's own words in its language, from the files in `words`: a new language is one file. What
/// a file leaves out is said in English.
public final class Words {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb");

  /// More than any newsroom has; tags come with the wires, and some make theirs up.
  private static final int LANGUAGES = 500;

  private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Map<String, String> words;
  private final Map<String, DateTimeFormatter> dates = new HashMap<>();

  private Words(Locale locale, Map<String, String> words) {
    this.locale = locale;
    this.words = words;
    for (var form : new String[] {"time", "day", "month", "month-alone", "weekday"}) {
      dates.put(form, DateTimeFormatter.ofPattern(say(form), locale));
    }
  }

  /// The words of a language, as `de-AT`: those of the country before those of the language.
  static Words of(String tag) {
    var known = KNOWN.get(tag);
    if (known == null) {
      known = read(tag);
      if (KNOWN.size() < LANGUAGES) {
        KNOWN.put(tag, known);
      }
    }
    return known;
  }

  private static Words read(String tag) {
    var locale = Locale.forLanguageTag(tag);
    var language = locale.getLanguage();
    var words = new HashMap<>(file("en"));
    var base = language.equals("nb") || language.equals("nn") ? "no" : language;
    words.putAll(base.equals("en") ? Map.of() : file(base));
    if (!locale.getCountry().isEmpty()) {
      words.putAll(file(base + "-" + locale.getCountry()));
    }
    boolean spoken = base.equals("en") || !file(base).isEmpty();
    return new Words(spoken ? dated(locale) : Locale.US, words);
  }

  /// English without a country is American, in which hours are AM and PM.
  private static Locale dated(Locale locale) {
    boolean american = locale.getLanguage().equals("en") && locale.getCountry().isEmpty();
    return american ? Locale.US : locale.stripExtensions();
  }

  private static Map<String, String> file(String name) {
    var stream =
        name.matches("[a-z]{2,3}(-[A-Z]{2})?")
            ? Words.class.getResourceAsStream("words/" + name + ".properties")
            : null;
    if (stream == null) {
      return Map.of();
    }
    try (var reader = new InputStreamReader(stream, UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      var words = new HashMap<String, String>();
      properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands under this key, with this in the place of `{}`.
  public String say(String key, Object... inside) {
    var said = words.get(key);
    if (said == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    for (var part : inside) {
      int at = said.indexOf("{}");
      said = said.substring(0, at) + part + said.substring(at + 2);
    }
    return said;
  }

  DateTimeFormatter date(String form) {
    var date = dates.get(form);
    if (date == null) {
      throw new IllegalArgumentException("no date form " + form);
    }
    return date;
  }

  /// `rtl` for a language that is written from right to left; null for others.
  static @Nullable String direction(String tag) {
    return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(tag).getLanguage()) ? "rtl" : null;
  }

  @Override
  public String toString() {
    return locale.toLanguageTag();
  }
}
