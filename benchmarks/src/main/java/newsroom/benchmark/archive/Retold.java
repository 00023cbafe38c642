package newsroom.benchmark.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Tells a text again as the news of another world: each word gives way to another that is about as
/// frequent, the same one throughout that world. So an archive of many worlds has the frequencies
/// of words, the lengths and the company of words that real news has, and stories of two worlds are
/// not about the same. Words that every tenth story has stay. World 0 is the real one.
///
/// A real archive meets new words all the time, so each world also coins its own of some that are
/// rare.
final class Retold {

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final double COMMON = 0.1;
  private static final int RARE = 2;

  /// Words change places with so many neighbours of about their frequency.
  private static final int BAND = 64;

  private static final int STEP = 29;
  private static final String[] ENDINGS = {
    "ara", "bok", "cen", "dul", "eno", "fim", "gat", "hul", "ika", "jom", "kem", "lon", "mir",
    "nok", "ol", "pud", "rav", "sem", "tov", "uk", "vin", "wol", "yem", "zar"
  };

  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> byFrequency;
  private final int rare;

  Retold(Corpus corpus) {
    var counts = new HashMap<String, Integer>();
    for (var story : corpus.stories()) {
      words(story).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    counts.values().removeIf(count -> count > COMMON * corpus.stories().size());
    byFrequency = new ArrayList<>(counts.keySet());
    byFrequency.sort(
        Comparator.comparingInt((String word) -> -counts.getOrDefault(word, 0))
            .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < byFrequency.size(); i++) {
      places.put(byFrequency.get(i), i);
    }
    rare = (int) counts.values().stream().filter(count -> count > RARE).count();
  }

  private static Set<String> words(Corpus.Text story) {
    var words = new HashSet<String>();
    for (var text : List.of(story.headline(), story.body())) {
      WORD.matcher(text).results().forEach(word -> words.add(plain(word.group())));
    }
    return words;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /// For texts of one world.
  UnaryOperator<String> in(int world) {
    return world == 0 ? UnaryOperator.identity() : text -> tell(text, world);
  }

  private String tell(String text, int world) {
    var told = new StringBuilder(text.length() + 64);
    var words = WORD.matcher(text);
    int end = 0;
    while (words.find()) {
      told.append(text, end, words.start());
      var word = words.group();
      told.append(inCaseOf(word, other(plain(word), world)));
      end = words.end();
    }
    return told.append(text, end, text.length()).toString();
  }

  private String other(String word, int world) {
    var place = places.get(word);
    if (place == null) {
      return word;
    }
    int band = place - place % BAND;
    int width = Math.min(BAND, byFrequency.size() - band);
    int moved = Math.floorMod((place - band) * (1 + 2 * (world % STEP)) + world * STEP, BAND);
    var other = byFrequency.get(band + (width == BAND ? moved : place - band));
    boolean coined = place >= rare && Math.floorMod(word.hashCode() ^ world, 4) == 0;
    return coined ? other + ending(world) + ending(world / ENDINGS.length) : other;
  }

  private static String ending(int number) {
    return ENDINGS[number % ENDINGS.length];
  }

  private static String inCaseOf(String model, String word) {
    if (!Character.isUpperCase(model.charAt(0))) {
      return word;
    }
    return Character.isUpperCase(model.charAt(1))
        ? word.toUpperCase(Locale.ROOT)
        : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
