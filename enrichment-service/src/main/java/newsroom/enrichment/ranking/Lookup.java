package newsroom.enrichment.ranking;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.enrichment.embedding.Embedding;
import newsroom.enrichment.morgue.Holdings;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.story.Telling;

/// Finds the stories that are related to one.
public final class Lookup {

  /// Enough for two places with three fall-backs each, and of them for the one that wants
  /// background.
  private static final int ENOUGH = 8;

  private static final int ENOUGH_BACKGROUND = 3;

  /// Of the archive's stories as many again, beside those: not every site links them.
  private static final int ENOUGH_OF_ARCHIVE = 8;

  private static final Pattern BESIDE_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final RelatedSettings settings;
  private final Recipe recipe;

  /// A question.
  ///
  /// @param meaning of the story's headline, where it is known
  /// @param now nothing that is news only later is linked
  /// @param linked uris that the story links already: they stay until they are clearly too weak
  public record Asked(Story story, Optional<Embedding> meaning, Instant now, Set<String> linked) {

    /// Of a story without links.
    public Asked(Story story, Optional<Embedding> meaning, Instant now) {
      this(story, meaning, now, Set.of());
    }
  }

  public Lookup(RelatedSettings settings, Recipe recipe) {
    this.settings = settings;
    this.recipe = recipe;
  }

  /// What the archive knows of a story.
  ///
  /// @param finds related stories, the best for a running story first
  /// @param tellings the same story from other agencies, the first that came first
  public record Answer(List<Find> finds, List<Telling> tellings) {}

  /// Related stories, the best for a running story first.
  public List<Find> ask(Holdings holdings, Asked asked) throws IOException {
    return answer(holdings, asked).finds();
  }

  /// Related stories, and the same story from other agencies.
  public Answer answer(Holdings holdings, Asked asked) throws IOException {
    var weighing = weighing(holdings, asked);
    var hits = weighing.hits();
    return new Answer(finds(weighing, hits, asked), tellings(weighing, hits));
  }

  /// Stories that might want a link to this one, or tell the same, whichever links they have.
  public Set<String> wanting(Holdings holdings, Asked asked) throws IOException {
    var wanting = new LinkedHashSet<String>();
    for (var hit : weighing(holdings, asked).hits()) {
      if (hit.verdict() == Verdict.TELLING || mightLink(hit)) {
        wanting.add(holdings.card(hit.holding()).uri());
      }
    }
    return wanting;
  }

  /// Generous, because the two are weighed the other way round, and in another archive, when it
  /// comes to links.
  private boolean mightLink(Hit hit) {
    boolean open = hit.verdict() == Verdict.RELATED || hit.verdict() == Verdict.WEAK;
    return open && hit.signs().likeness() >= Weighing.YOUNG * settings.cut();
  }

  private static List<Telling> tellings(Weighing weighing, List<Hit> hits) throws IOException {
    var tellings = new ArrayList<Telling>();
    for (var hit : hits) {
      if (hit.verdict() == Verdict.TELLING) {
        tellings.add(weighing.telling(hit));
      }
    }
    tellings.sort(Telling.EARLIEST);
    return tellings;
  }

  private static List<Find> finds(Weighing weighing, List<Hit> hits, Asked asked)
      throws IOException {
    var finds = new ArrayList<Find>();
    var ofArchive = new ArrayList<Hit>();
    var headlines = headlines(asked);
    int background = 0;
    for (var hit : hits) {
      if (hit.verdict() == Verdict.RELATED) {
        var card = weighing.card(hit);
        if (card.isOfArchive()) {
          ofArchive.add(hit);
        } else if (headlines.add(plainest(card.headline())) && isWanted(hit, finds.size())) {
          finds.add(weighing.find(hit, card));
          background += finds.getLast().isBackground() ? 1 : 0;
        }
      }
      if (finds.size() >= ENOUGH && background >= ENOUGH_BACKGROUND) {
        break;
      }
    }
    finds.addAll(ofArchive(weighing, ofArchive, headlines));
    return order(finds);
  }

  /// Of more than enough only those that the other place still lacks.
  private static boolean isWanted(Hit hit, int finds) {
    return finds < ENOUGH || Find.isBackground(hit.age());
  }

  /// Last, so that a story that sites show goes before its twin in the archive.
  private static List<Find> ofArchive(Weighing weighing, List<Hit> hits, Set<String> headlines)
      throws IOException {
    var finds = new ArrayList<Find>();
    for (var hit : hits) {
      var card = weighing.card(hit);
      if (card.hasAddress() && headlines.add(plainest(card.headline()))) {
        finds.add(weighing.find(hit, card));
      }
      if (finds.size() >= ENOUGH_OF_ARCHIVE) {
        break;
      }
    }
    return finds;
  }

  /// All that answer, best first, also what may not be linked, and why.
  public List<Explained> explain(Holdings holdings, Asked asked) throws IOException {
    var weighing = weighing(holdings, asked);
    var explained = new ArrayList<Explained>();
    var headlines = headlines(asked);
    for (var hit : weighing.hits()) {
      var card = holdings.card(hit.holding());
      boolean named = hit.verdict() == Verdict.RELATED && !headlines.add(plainest(card.headline()));
      var verdict = named ? Verdict.NAMESAKE : hit.verdict();
      explained.add(new Explained(weighing.find(hit, card), hit.signs(), hit.score(), verdict));
    }
    return explained;
  }

  private Weighing weighing(Holdings holdings, Asked asked) throws IOException {
    return new Weighing(asked, holdings, settings, recipe);
  }

  private static Set<String> headlines(Asked asked) {
    return new HashSet<>(Set.of(plainest(asked.story().headline())));
  }

  /// Always the same order for the same finds: a story delivered twice gets the same links.
  private static List<Find> order(List<Find> finds) {
    finds.sort(
        Comparator.comparingDouble((Find find) -> Freshness.RUNNING.of(find))
            .reversed()
            .thenComparing(Find::time, Comparator.reverseOrder())
            .thenComparing(find -> find.card().uri()));
    return finds;
  }

  private static String plainest(String headline) {
    return BESIDE_WORDS.matcher(headline.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
