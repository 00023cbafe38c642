package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.VALLEY;
import static newsroom.enrichment.Copy.archived;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.gone;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.vocabulary.WeighedWords;
import newsroom.enrichment.vocabulary.Words;
import newsroom.schema.Article;
import newsroom.schema.StoryState;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds of a morgue whatever keeps it.
abstract class CabinetContract {

  private Shelf shelf;

  /// An empty one.
  abstract Cabinet empty() throws IOException;

  /// The one of the test, closed and opened again.
  abstract Cabinet again() throws IOException;

  @BeforeEach
  void open() throws IOException {
    shelf = new Shelf(empty());
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @Test
  void aLiveStoryIsFindable() throws IOException {
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 1");
  }

  @Test
  void aNewerVersionTakesThePlaceOfAnOlder() throws IOException {
    shelf.put(live(version(1)));
    shelf.put(live(version(2)));

    assertThat(headlines()).containsExactly("Version 2");
  }

  @Test
  void anOlderVersionNeverTakesThePlaceOfANewer() throws IOException {
    shelf.put(live(version(2)));
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 2");
  }

  @Test
  void theNewestOfOnePollStays() throws IOException {
    shelf.put(live(version(1)), live(version(3)), live(version(2)));

    assertThat(headlines()).containsExactly("Version 3");
  }

  @Test
  void theSameVersionSaidAgainIsOneDocument() throws IOException {
    shelf.put(live(version(1)), live(version(1)));
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 1");
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "WITHDRAWN"})
  void whatIsNotLiveCannotBeFound(StoryState state) throws IOException {
    shelf.put(live(version(1)));
    shelf.put(gone(version(1), state));

    assertThat(headlines()).isEmpty();
    assertThat(shelf.morgue().documents()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "WITHDRAWN"})
  void whatIsNotLiveIsNotHeld(StoryState state) throws IOException {
    shelf.put(live(version(1)));
    assertThat(holdsDam()).isTrue();

    shelf.put(gone(version(1), state));

    assertThat(holdsDam()).isFalse();
  }

  private boolean holdsDam() throws IOException {
    return shelf.morgue().ask(holdings -> holdings.holds(uri("dam")));
  }

  @Test
  void aTombstoneTakesTheStoryOut() throws IOException {
    shelf.put(live(version(1)));
    shelf.tombstone(uri("dam"));

    assertThat(headlines()).isEmpty();
  }

  @Test
  void aKillStandsAgainstWhatWasWrittenBeforeIt() throws IOException {
    shelf.put(gone(version(3), StoryState.KILLED));
    shelf.put(live(version(2)));

    assertThat(headlines()).isEmpty();
  }

  @Test
  void theAgencyCanReinstateAStory() throws IOException {
    shelf.put(gone(version(3), StoryState.KILLED));
    shelf.put(live(version(4)));

    assertThat(headlines()).containsExactly("Version 4");
  }

  @Test
  void aWithdrawnVersionMayComeBackAsItWas() throws IOException {
    shelf.put(live(version(1)));
    shelf.put(gone(version(1), StoryState.WITHDRAWN));
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 1");
  }

  @Test
  void relatedStoriesAreFoundWithWhatIsKnownOfThem() throws IOException {
    // Given
    var valley = live(article("valley", "Valley below dam is emptied", VALLEY).build());
    shelf.put(valley);
    shelf.put(live(article("choir", "Choir wins prize", "Singers went home.").build()));
    var dam = Stories.of(version(1));
    var words = Words.of(dam);

    // When
    var found =
        shelf
            .morgue()
            .ask(
                holdings -> {
                  var weighed = holdings.weigh(words);
                  assertThat(weighed.stories()).isEqualTo(2);
                  var inquiry = inquiry(dam.uri(), Set.of(uri("valley")), weighed);
                  var best = holdings.answers(inquiry, 10);
                  assertThat(holdings.has(best.best().getFirst(), inquiry, new BytesRef("dam")))
                      .isTrue();
                  assertThat(holdings.has(best.best().getFirst(), inquiry, new BytesRef("choir")))
                      .isFalse();
                  assertThat(holdings.card(best.best().getFirst()).uri()).isEqualTo(uri("valley"));
                  assertThat(holdings.origin(best.best().getFirst()))
                      .isEqualTo(Stories.live(valley, valley.getArticle()).origin());
                  assertThat(holdings.holds(uri("valley"))).isTrue();
                  assertThat(holdings.holds(uri("nobody"))).isFalse();
                  assertThat(holdings.holdsAll(Set.of(uri("valley"), uri("choir")))).isTrue();
                  assertThat(holdings.holdsAll(Set.of(uri("valley"), uri("nobody")))).isFalse();
                  assertThat(holdings.holdsAll(Set.of())).isTrue();
                  return best.best();
                });

    // Then
    assertThat(found.getFirst().tie()).isEqualTo(Holding.Tie.LINKED);
    assertThat(found.getFirst().facts().time()).isEqualTo(NOON);
    assertThat(found.getFirst().facts().print())
        .isEqualTo(Fingerprint.of(Stories.of(article("v", "", VALLEY).build()).text()));
    assertThat(found.getFirst().facts().gist()).isNotNull();
  }

  @Test
  void whereTheArchiveHasAStoryIsKeptUntilASiteShowsIt() throws IOException {
    // Given
    var url = "https://old.test/valley.html";
    var valley = article("valley", "Valley below dam is emptied", VALLEY).build();
    var choir = article("choir", "Choir sings at the dam", DAM).build();
    var port = article("port", "Port below the dam", VALLEY + DAM).build();

    // When
    shelf.put(archived(valley, url), archived(choir, null), live(port));

    // Then
    assertThat(addresses())
        .containsOnly(
            entry(uri("valley"), Optional.of(url)),
            entry(uri("choir"), Optional.of("")),
            entry(uri("port"), Optional.empty()));

    // When
    shelf.put(live(valley));

    // Then
    assertThat(addresses()).containsEntry(uri("valley"), Optional.empty());
  }

  private Map<String, Optional<String>> addresses() throws IOException {
    var dam = Stories.of(version(1));
    return shelf
        .morgue()
        .ask(
            holdings -> {
              var addresses = new HashMap<String, Optional<String>>();
              var inquiry = inquiry(dam.uri(), Set.of(), holdings.weigh(Words.of(dam)));
              for (var holding : holdings.answers(inquiry, 10).best()) {
                var card = holdings.card(holding);
                addresses.put(card.uri(), Optional.ofNullable(card.archive()));
              }
              return addresses;
            });
  }

  @Test
  void theSameTextOnceMoreScoresWhatTheStoryItselfWould() throws IOException {
    // Given
    shelf.put(live(article("copy", "Version 1", DAM).build()));
    shelf.put(live(article("choir", "Choir wins prize", "Singers went home.").build()));
    var dam = Stories.of(version(1));

    // When
    var answers =
        shelf
            .morgue()
            .ask(h -> h.answers(inquiry(dam.uri(), Set.of(), h.weigh(Words.of(dam))), 10));

    // Then
    double score = answers.best().getFirst().score();
    // lengths of texts are kept with little precision
    assertThat(score).isCloseTo(answers.own(), withinPercentage(2));
  }

  private static Inquiry inquiry(String uri, Set<String> linked, WeighedWords weighed) {
    var terms =
        weighed.all().stream()
            .filter(word -> word.stories() > 0)
            .map(
                word ->
                    new Inquiry.Term(word.word(), false, 1, word.count().times(), word.stories()))
            .toList();
    return new Inquiry(uri, linked, NOON, weighed.words(), terms);
  }

  @Test
  void whatWasCommittedIsThereAgainWithItsBookmark() throws IOException {
    // Given
    var bookmark = new Bookmark(new Bookmark.Origin("c", "t"), NOON, Map.of(0, 7L));
    var first = shelf.cabinet();
    assertThat(first.isNew()).isTrue();
    shelf.put(live(version(1)), gone(other(), StoryState.KILLED));

    // When
    first.commit(bookmark, true);
    shelf.close();
    shelf = new Shelf(again());

    // Then
    assertThat(shelf.cabinet().isNew()).isFalse();
    assertThat(shelf.cabinet().bookmark()).contains(bookmark);
    assertThat(headlines()).containsExactly("Version 1");
    assertThat(shelf.cabinet().find(uri("dam")).orElseThrow().getValue()).isTrue();
    assertThat(shelf.cabinet().find(uri("other")).orElseThrow().getValue()).isFalse();
    assertThat(shelf.cabinet().find(uri("nobody"))).isEmpty();
  }

  private static Article other() {
    return article("other", "Other", DAM).build();
  }

  private static Article version(int version) {
    return article("dam", "Version " + version, DAM)
        .setVersion(version)
        .setVersionCreated(NOON.plus(Duration.ofHours(version)))
        .build();
  }

  private List<String> headlines() throws IOException {
    return shelf.headlines("Version");
  }
}
