package newsroom.enrichment.ranking;

import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import newsroom.enrichment.morgue.Shelf;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Telling;
import newsroom.schema.Article;
import newsroom.schema.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One story as several agencies tell it.
class TellingsTest {

  private static final List<String> FIRE =
      List.of(
          "A fire destroyed the roof of the observatory on Mount Calder early on Monday.",
          "Forty firefighters from Dunmere needed five hours to put it out, their chief Rolf Anders said.",
          "The great telescope, ground in 1911, was carried out by students before the dome fell.",
          "Nobody was hurt, and the cause was not known.",
          "The university had planned to open the mountain to visitors in June.",
          "Its rector, Pia Lund, put the damage at nine million crowns.",
          "Astronomers have watched variable stars from Mount Calder for a hundred and ten years.",
          "A heater in the library was being looked at, police said.",
          "The council of Dunmere promised money for a new roof.");

  private static final String OWN_WORDS =
      """
      Flames were seen from the coast when Mount Calder's observatory burned, people in Dunmere told us.
      The old lens is safe: thirty students formed a chain and brought it down to the car park.
      For Rector Pia Lund it is a night of tears. Her grandfather laid the first stone.
      What the insurers will pay is open; the house had been valued two decades ago.
      Volunteers want to start clearing on Saturday.
      """;

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() throws IOException {
    shelf = new Shelf(folder);
    shelf.put(live(fire("first", "north", FIRE, "Fire destroys roof of observatory", 0)));
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @Test
  void aTextThatAnotherAgencyCutIsTheSameStory() throws IOException {
    var cut = fire("cut", "south", FIRE.subList(0, 6), "Observatory on Mount Calder burns", 1);

    assertThat(tellings(cut))
        .singleElement()
        .satisfies(
            telling -> {
              assertThat(telling.uri()).isEqualTo(uri("first"));
              assertThat(telling.agency()).isEqualTo("north");
              assertThat(telling.similarity()).isBetween(0.6, 1.0);
            });
  }

  @Test
  void aTextThatAnotherAgencyTurnedRoundIsTheSameStory() throws IOException {
    var turned = fire("turned", "south", FIRE.reversed(), "Telescope saved from the flames", 1);

    assertThat(tellings(turned)).extracting(Telling::uri).containsExactly(uri("first"));
    assertThat(answer(turned).finds()).isEmpty();
  }

  @Test
  void theSameEventInAnothersOwnWordsIsAnotherStory() throws IOException {
    var own =
        fire("own", "south", OWN_WORDS.lines().toList(), "A lens is saved and a roof is lost", 1);

    assertThat(tellings(own)).isEmpty();
    assertThat(answer(own).finds()).hasSize(1);
  }

  @Test
  void whatTheAgencyItselfSaysOnceMoreIsNeitherToldNorLinked() throws IOException {
    var again = fire("again", "north", FIRE.reversed(), "Mount Calder loses its dome", 1);

    assertThat(tellings(again)).isEmpty();
    assertThat(answer(again).finds()).isEmpty();
  }

  @Test
  void whatIsToldDaysLaterIsAnotherStory() throws IOException {
    var later = fire("later", "south", FIRE.subList(0, 6), "Observatory burns", 50);

    assertThat(tellings(later)).isEmpty();
  }

  @Test
  void theFirstThatCameStandsFirst() throws IOException {
    shelf.put(live(fire("second", "west", FIRE.subList(0, 7), "Mount Calder in flames", 1)));

    var third = fire("third", "south", FIRE.subList(0, 8), "Dome falls on Mount Calder", 2);

    assertThat(tellings(third)).extracting(Telling::agency).containsExactly("north", "west");
  }

  private List<Telling> tellings(Article article) throws IOException {
    return answer(article).tellings();
  }

  private Lookup.Answer answer(Article article) throws IOException {
    var lookup = new Lookup(new RelatedSettings(true, 0.24, 0.9), Recipe.MEASURED);
    var asked =
        new Lookup.Asked(Stories.of(article), Optional.empty(), NOON.plus(Duration.ofDays(9)));
    return shelf.morgue().ask(holdings -> lookup.answer(holdings, asked));
  }

  private static Article fire(
      String name, String agency, List<String> lines, String headline, int hours) {
    var article = article(name, headline, String.join("\n", lines));
    return article
        .setVersionCreated(NOON.plus(Duration.ofHours(hours)))
        .setProvenance(Provenance.newBuilder(article.getProvenance()).setAgency(agency).build())
        .build();
  }
}
