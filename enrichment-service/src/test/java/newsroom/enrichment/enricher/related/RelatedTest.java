package newsroom.enrichment.enricher.related;

import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.archived;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.embedding.Meanings;
import newsroom.enrichment.morgue.Shelf;
import newsroom.enrichment.ranking.RelatedSettings;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Label;
import newsroom.enrichment.story.Stories;
import newsroom.schema.Article;
import newsroom.schema.Concept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelatedTest {

  private static final String SUMMIT =
      """
      Nineteen governments pledged on Wednesday to send a joint security force to Karvelia, the president of Aldmark said after a summit in the port of Ostrava Bay.
      The pledge came two weeks after President Ilan Korvath of Karvelia met the Drovian leader Anton Vesk on neutral ground, talks that brought no ceasefire.
      "This force will not fight Drovia," said Aldmark's president, Maud Lesquin. "It will stand behind the guarantees that we give to Karvelia."
      Korvath welcomed the commitments but said guarantees had to be binding.
      Drovia has stepped up its drone attacks since the talks, and a strike on the capital killed seventeen people last week.
      Lesquin said the force would be deployed only once a ceasefire held.
      Officials warned that without the fleet of the United Isles the plan could remain on paper.
      The United Isles sent an envoy to Ostrava Bay but made no pledge.
      Vesk has said that foreign troops in Karvelia would be treated as targets.
      The governments will meet again in ten days.
      """;

  private static final String TALKS =
      """
      President Ilan Korvath of Karvelia and the Drovian leader Anton Vesk parted without a ceasefire on Tuesday after six hours of talks.
      Diplomats from Aldmark doubted that Vesk wants peace at all.
      Korvath said he would come again if Drovia stopped its drone attacks.
      Any deal needs security guarantees, President Maud Lesquin of Aldmark said.
      """;

  private static final String STRIKE =
      """
      A Drovian drone attack on the Karvelian capital killed seventeen people in the night, rescue workers said.
      The strike hit a block of flats near the river. Four children were among the dead.
      President Korvath said the attack showed that Drovia did not want a ceasefire.
      Karvelia's air force counted ninety drones.
      """;

  /// Nobody of the summit is named, only what it is about.
  private static final String TOPIC_ONLY =
      """
      Governments that pledge troops for a security force after a ceasefire rarely say how long they will stay, a study finds.
      Guarantees given at a summit hold best when the force is deployed before a new attack, its authors write.
      They looked at thirty pledges and the commitments that were kept.
      A force without binding guarantees remains on paper, they say.
      """;

  private static final String FERRY =
      """
      The night ferry Corrie and a loaded grain freighter collided in fog in Brackwater Sound on Friday, and 23 people were hurt.
      Lifeboats from Brackwater brought 77 per cent of the passengers ashore by 2 a.m.
      There is no common pilot in the sound, and ferry and freighter heard each other too late.
      Investigators boarded both ships. Night crossings are halted.
      The Sound Bureau covers Brackwater and the coast.
      """;

  private static final String CUP =
      """
      A header in the 88th minute took Brackwater Rovers to their first cup final in forty years on Saturday.
      United had led through a penalty. Rovers equalized after the break, when a free kick went in off the wall.
      The crowd at Quayside sang until the ferry horns in Brackwater answered.
      The Sound Bureau covers Brackwater and the coast.
      """;

  private static final String TRAM =
      """
      Tram drivers in Brackwater will work four days a week from February, in exchange for longer shifts.
      In a vote that ended on Sunday 71 per cent, or 2 of 3, accepted what only 23 per cent had wanted 2 years ago.
      Passengers will notice nothing, the company said.
      The Sound Bureau covers Brackwater and the coast.
      """;

  private static final String PILOTS =
      """
      Brackwater wants joint pilots on every ferry and freighter after the collision in the sound, its council said.
      Investigators found that the ferry Corrie had no pilot when it struck the freighter in fog.
      Crossings by night stay halted until pilots are found.
      The Sound Bureau covers Brackwater and the coast.
      """;

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() throws IOException {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 30, 200, 1_000})
  void theTwoRelatedStoriesAreFoundAndNothingElse(int unrelated) throws IOException {
    // Given
    shelf.putAll(Newspaper.stories(unrelated));
    shelf.put(live(talks().build()), live(strike().build()));

    // When
    var links = links(summit().build());

    // Then
    assertThat(links)
        .extracting(Candidate::uri)
        .containsExactlyInAnyOrder(uri("talks"), uri("strike"));
    assertThat(links).extracting(Candidate::afterBlock).doesNotHaveDuplicates();
  }

  @Test
  void aStoryThatSharesTheTopicAndNoNameIsFoundToo() throws IOException {
    // Given
    shelf.putAll(Newspaper.stories(200));
    shelf.put(
        live(talks().build()),
        live(
            article("study", "Security pledges after a ceasefire rarely last", TOPIC_ONLY)
                .build()));

    // When
    var links = links(summit().build());

    // Then
    assertThat(links)
        .extracting(Candidate::uri)
        .containsExactlyInAnyOrder(uri("talks"), uri("study"));
  }

  @Test
  void aShortTargetIsFound() throws IOException {
    // Given
    shelf.putAll(Newspaper.stories(200));
    shelf.put(
        live(
            article(
                    "brief",
                    "Karvelia: Korvath hopes for security force",
                    "President Ilan Korvath of Karvelia said on Monday he hoped for a security force of many nations.\n"
                        + "Drovia rejects the plan.")
                .build()));

    // Then
    assertThat(links(summit().build())).extracting(Candidate::uri).containsExactly(uri("brief"));
  }

  @Test
  void aStoryOfTheArchiveIsFoundWithItsAddressAndAfterItsTwinThatASiteShows() throws IOException {
    // Given
    var twin = talks().setUri(uri("twin")).setVersionCreated(NOON.minus(Duration.ofDays(9)));
    shelf.putAll(Newspaper.stories(200));
    shelf.put(archived(strike().build(), "https://old.test/strike"));

    // Then
    assertThat(links(summit().build()))
        .extracting(Candidate::uri, Candidate::archive)
        .containsExactly(tuple(uri("strike"), "https://old.test/strike"));

    // When
    shelf.put(live(talks().build()), archived(twin.build(), "https://old.test/twin"));

    // Then
    assertThat(links(summit().build()))
        .extracting(Candidate::uri)
        .containsExactlyInAnyOrder(uri("talks"), uri("strike"));
  }

  @Test
  void aStoryOfTheArchiveThatNobodyCanReachIsNotLinked() throws IOException {
    shelf.putAll(Newspaper.stories(200));
    shelf.put(archived(strike().build(), null));

    assertThat(links(summit().build())).isEmpty();
  }

  @Test
  void noLinkIsBetterThanAWeakOne() throws IOException {
    shelf.putAll(Newspaper.stories(200));

    assertThat(links(summit().build())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 10})
  void inAYoungArchiveTheSameTownMakesNoRelation(int unrelated) throws IOException {
    // Given
    shelf.putAll(Newspaper.stories(unrelated));
    shelf.put(live(fromTown("ferry", "Night ferry and freighter collide off Brackwater", FERRY)));

    // Then
    assertThat(links(fromTown("cup", "Late header takes Brackwater to its first final", CUP)))
        .isEmpty();
    assertThat(links(fromTown("tram", "Tram drivers in Brackwater accept four-day week", TRAM)))
        .isEmpty();
    assertThat(
            links(fromTown("pilots", "Brackwater asks for ferry pilots after collision", PILOTS)))
        .extracting(Candidate::uri)
        .containsExactly(uri("ferry"));
  }

  private static Article fromTown(String name, String headline, String text) {
    return article(name, headline, text)
        .setDateline("BRACKWATER, Nov. 21")
        .setByline("By Lene Osgood, Sound Bureau")
        .setCreditline("Sound Bureau")
        .setLocated(new Concept(null, "Brackwater", null))
        .setPlaces(List.of(new Concept(null, "Brackwater Sound", null)))
        .build();
  }

  @Test
  void reasonsAndLabelsSayWhatIsShared() throws IOException {
    // Given
    shelf.putAll(Newspaper.stories(50));
    shelf.put(live(talks().build()));

    // Then
    assertThat(links(summit().build()))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.label()).isEqualTo(Label.IN_CASE_YOU_MISSED_IT);
              assertThat(link.reason()).contains("karvelia").endsWith("; 13 days older");
            });
  }

  @Test
  void theStoryItselfItsCopyAndItsNamesakeAreNotLinked() throws IOException {
    // Given
    shelf.put(
        live(summit().build()),
        live(article("copy", "The same under another name", SUMMIT).build()),
        live(talks().setHeadline(summit().build().getHeadline()).build()));

    // Then
    assertThat(links(summit().setVersion(2).build())).isEmpty();
  }

  @Test
  void aStoryInAnotherLanguageIsNotLinked() throws IOException {
    shelf.put(live(talks().setLanguage("fr").build()), live(strike().setLanguage("en-US").build()));

    assertThat(links(summit().build())).extracting(Candidate::uri).containsExactly(uri("strike"));
  }

  @Test
  void whatIsNewsOnlyLaterIsNotLinked() throws IOException {
    shelf.put(live(talks().setVersionCreated(NOON.plus(Duration.ofDays(300))).build()));

    assertThat(links(summit().build())).isEmpty();
  }

  @Test
  void theSameQuestionHasTheSameAnswer() throws IOException {
    shelf.putAll(Newspaper.stories(100));
    shelf.put(live(talks().build()), live(strike().build()));

    assertThat(links(summit().build())).isEqualTo(links(summit().build()));
  }

  @Test
  void aBriefGetsNone() throws IOException {
    shelf.put(live(talks().build()));

    assertThat(links(article("brief", "Karvelia summit ends", "Korvath went home.").build()))
        .isEmpty();
  }

  @Test
  void aMeaningThatIsLateIsNamedAndTheLinksAreThereByWords() throws IOException {
    // Given
    shelf.put(live(talks().build()));

    // When
    var enrichment = related(Meanings.neverReady()).enrich(Stories.of(summit().build()));

    // Then
    assertThat(enrichment.missing()).containsExactly("embedding");
    assertThat(enrichment.related()).extracting(Candidate::uri).containsExactly(uri("talks"));
  }

  private static Article.Builder summit() {
    return article("summit", "Nineteen nations pledge security force for Karvelia", SUMMIT);
  }

  private static Article.Builder talks() {
    return article("talks", "Vesk's intentions doubted as Korvath seeks a way to peace", TALKS)
        .setVersionCreated(NOON.minus(Duration.ofDays(13)));
  }

  private static Article.Builder strike() {
    return article("strike", "Peace talks in doubt after 17 die in attack on Karvelia", STRIKE)
        .setVersionCreated(NOON.minus(Duration.ofDays(6)));
  }

  private List<Candidate> links(Article article) throws IOException {
    var enrichment = related(Embeddings.none()).enrich(Stories.of(article));
    assertThat(enrichment.missing()).isEmpty();
    return enrichment.related();
  }

  private Related related(Embeddings embeddings) {
    var now = Clock.fixed(NOON.plus(Duration.ofDays(200)), ZoneOffset.UTC);
    var settings = new RelatedSettings(true, 0.24, 0.9);
    return new Related(shelf.morgue(), embeddings, settings, now, _ -> Set.of());
  }
}
