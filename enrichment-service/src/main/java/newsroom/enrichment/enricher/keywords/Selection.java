package newsroom.enrichment.enricher.keywords;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import newsroom.enrichment.vocabulary.Commonplace;
import newsroom.enrichment.vocabulary.Language;
import newsroom.enrichment.vocabulary.WeighedWords;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/// Chooses keywords: names first, then words. The same story asked of the same state of the archive
/// always has the same.
final class Selection {

  private static final int MOST = 8;
  private static final int MOST_NAMES = 5;

  /// A word that every twentieth newspaper story has tells nothing.
  private static final double COMMON = 0.05;

  /// From this many stories on, a word that stands in every tenth one tells nothing.
  private static final int LARGE = 1_000;

  private final Words words;
  private final Language language;
  private final WeighedWords weighed;
  private final Map<BytesRef, WeighedWords.Word> known;
  private final Besides besides;
  private final Map<String, String> spellings = new HashMap<>();

  private record Weighed(String keyword, Set<BytesRef> terms, double weight) {

    static final Comparator<Weighed> HEAVIEST_FIRST =
        Comparator.comparingDouble(Weighed::weight).reversed().thenComparing(Weighed::keyword);
  }

  Selection(WeighedWords weighed) {
    this.words = weighed.words();
    this.language = words.language();
    this.weighed = weighed;
    this.known =
        weighed.all().stream()
            .collect(Collectors.toMap(WeighedWords.Word::word, Function.identity()));
    this.besides = Besides.in(language.code());
  }

  List<String> of(List<Name> names) throws IOException {
    names.forEach(name -> spellings.put(language.small(name.text()), name.text()));
    var chosen = new ArrayList<>(names(names));
    var taken = new HashSet<BytesRef>();
    chosen.forEach(name -> taken.addAll(name.terms()));
    for (var word : words()) {
      if (chosen.size() < MOST && word.terms().stream().noneMatch(taken::contains)) {
        chosen.add(word);
      }
    }
    return chosen.stream().map(Weighed::keyword).toList();
  }

  private List<Weighed> names(List<Name> names) throws IOException {
    var found = new LinkedHashMap<String, Weighed>();
    for (var name : names) {
      var terms = terms(name.text());
      double greatest = 0;
      for (var term : terms) {
        greatest = Math.max(greatest, isTelling(term) ? rarity(term) : 0);
      }
      if (name.matters() && greatest > 0) {
        double weight = (name.times() + (name.early() ? 2 : 0)) * greatest;
        found.putIfAbsent(language.small(name.text()), new Weighed(name.text(), terms, weight));
      }
    }
    return found.values().stream().sorted(Weighed.HEAVIEST_FIRST).limit(MOST_NAMES).toList();
  }

  private List<Weighed> words() {
    var found = new ArrayList<Weighed>();
    for (var entry : words.counts().entrySet()) {
      var count = entry.getValue();
      if (isStressed(count) && isWord(written(count)) && isWorth(entry)) {
        double weight = count.weight() * rarity(entry.getKey());
        found.add(new Weighed(written(count), Set.of(entry.getKey()), weight));
      }
    }
    found.sort(Weighed.HEAVIEST_FIRST);
    return found;
  }

  /// Said in the headline, or more than once: what is said once is seldom what a story is about.
  private static boolean isStressed(Words.Count count) {
    return count.timesInHeadline() > 0 || count.times() > 1;
  }

  private boolean isWorth(Map.Entry<BytesRef, Words.Count> entry) {
    return isTelling(entry.getKey()) && !words.setting().contains(entry.getKey());
  }

  private boolean isTelling(BytesRef term) {
    var word = known.get(term);
    if (word == null) {
      return false;
    }
    int stories = weighed.stories();
    boolean common = stories >= LARGE && word.stories() > stories / 10;
    return !common && Commonplace.share(language, term) <= COMMON;
  }

  /// Of a word of the story.
  private double rarity(BytesRef term) {
    return Objects.requireNonNull(known.get(term)).rarity();
  }

  /// Two signs are a word in Chinese or Japanese, in no other script. German words are nouns.
  private boolean isWord(String written) {
    long letters = written.codePoints().filter(Character::isLetter).count();
    boolean ideographs = written.codePoints().anyMatch(Character::isIdeographic);
    return letters >= (ideographs ? 2 : 3)
        && !besides.isDate(written)
        && !besides.isTitle(written)
        && (!isGerman() || Character.isUpperCase(written.codePointAt(0)));
  }

  /// German nouns and names keep their capital letter; else a capital is a sentence's.
  private String written(Words.Count count) {
    var surface = count.surface();
    return isGerman() ? count.written() : spellings.getOrDefault(surface, surface);
  }

  private boolean isGerman() {
    return language.code().equals("de");
  }

  private Set<BytesRef> terms(String name) throws IOException {
    var terms = new HashSet<BytesRef>();
    try (var stream = language.analyzer().tokenStream(language.all(), name)) {
      var term = stream.addAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(BytesRef.deepCopyOf(term.getBytesRef()));
      }
      stream.end();
    }
    return terms;
  }
}
