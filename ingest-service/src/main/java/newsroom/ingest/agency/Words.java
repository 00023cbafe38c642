package newsroom.ingest.agency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.agency.Agency.Meaning;
import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/// Finds an agency's words in its copy and says what they mean; of several, the strongest counts.
final class Words {

  private static final Pattern IPTC_SIGNAL =
      Pattern.compile("https?://cv\\.iptc\\.org/newscodes/signal/");
  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
  private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String NO_LETTER_AFTER = "(?![\\p{L}\\p{N}])";

  /// What was found.
  ///
  /// @param by the place and the word, as `its signal “sig:correction”`
  record Said(Meaning meaning, String by) {}

  private record Word(Pattern pattern, Meaning meaning) {}

  private final List<Word> signals;
  private final List<Word> headlines;
  private final List<Word> notes;

  Words(Agency.Meanings meanings) {
    this.signals = words(meanings.signals(), Words::whole);
    this.headlines = words(meanings.headlines(), Words::beginning);
    this.notes = words(meanings.notes(), Words::anywhere);
  }

  Optional<Said> in(Copy copy) {
    var found = new ArrayList<Said>();
    for (var signal : copy.handling().signals()) {
      var plain = IPTC_SIGNAL.matcher(signal.strip()).replaceFirst("sig:");
      find(signals, plain, "its signal “" + signal + "”", found);
    }
    // old wires have the mark of the take behind the slug
    var slugline = copy.headlines().slugline();
    find(signals, slugline, "its slugline “" + slugline + "”", found);
    var headline = copy.headlines().headline();
    find(headlines, headline, "its headline “" + headline + "”", found);
    find(notes, copy.lifecycle().edNote(), "its note to editors", found);
    return found.stream().max(Comparator.comparing(Said::meaning));
  }

  private static void find(List<Word> words, @Nullable String text, String by, List<Said> found) {
    if (text == null) {
      return;
    }
    for (var word : words) {
      if (word.pattern().matcher(text).find()) {
        found.add(new Said(word.meaning(), by));
      }
    }
  }

  private interface Shape {
    Pattern of(String word);
  }

  private static List<Word> words(Map<String, Meaning> meanings, Shape shape) {
    return meanings.entrySet().stream()
        .map(entry -> new Word(shape.of(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static Pattern whole(String word) {
    return pattern("^" + glob(word) + "$", false);
  }

  private static Pattern beginning(String word) {
    return pattern("^\\s*" + glob(word) + after(word), inCapitals(word));
  }

  private static Pattern anywhere(String word) {
    var before = LETTER.matcher(word.substring(0, 1)).matches() ? NO_LETTER_BEFORE : "";
    return pattern(before + glob(word) + after(word), inCapitals(word));
  }

  private static String after(String word) {
    return LETTER.matcher(word.substring(word.length() - 1)).matches() ? NO_LETTER_AFTER : "";
  }

  private static boolean inCapitals(String word) {
    return word.codePoints().noneMatch(Character::isLowerCase);
  }

  private static Pattern pattern(String pattern, boolean exact) {
    var anyCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile(pattern, (exact ? 0 : anyCase) | Pattern.DOTALL);
  }

  private static String glob(String word) {
    return Stream.of(word.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*?"));
  }
}
