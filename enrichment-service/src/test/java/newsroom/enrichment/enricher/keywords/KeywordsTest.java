package newsroom.enrichment.enricher.keywords;

import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import newsroom.enrichment.Copy;
import newsroom.enrichment.morgue.Shelf;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

  @TempDir Path folder;

  @Test
  void namesComeFirstAndThenTheWordsThatSetTheStoryApart() throws IOException {
    try (var shelf = new Shelf(folder)) {
      // Given
      shelf.put(live(article("valley", "Valley emptied", Copy.VALLEY).build()));
      var story = story("en", "Crack found in Torrevale dam", Copy.DAM);

      // When
      var keywords = keywords(shelf, story);

      // Then
      assertThat(keywords).hasSizeLessThanOrEqualTo(8);
      assertThat(keywords.getFirst()).isEqualTo("Torrevale");
      assertThat(keywords).contains("Odalys Brandt", "crack", "dam");
      assertThat(keywords).doesNotContain("Tuesday", "Engineers", "Families", "said");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "tr"})
  void namesWithACapitalThatJavaMakesTwoSignsOfAreFound(String language) throws IOException {
    try (var shelf = new Shelf(folder)) {
      // Given
      shelf.put(live(article("valley", "Valley emptied", Copy.VALLEY).build()));
      var story =
          story(
              language,
              "İlkay opens the İzmir tram",
              "The tram of İzmir was opened by İlkay. Nobody had seen İzmir so full, said İlkay.");

      // When
      var keywords = keywords(shelf, story);

      // Then
      assertThat(keywords).contains("İzmir", "İlkay");
      assertThat(keywords).noneMatch(it -> it.contains("\u0307"));
    }
  }

  @Test
  void lettersWithStopsAreOneWordOfAName() throws IOException {
    try (var shelf = new Shelf(folder)) {
      // Given
      shelf.put(live(article("valley", "Valley emptied", Copy.VALLEY).build()));
      var story =
          story(
              "en",
              "U.S. Harbor Board to close",
              "The U.S. Harbor Board is to close. Staff of the U.S. Harbor Board were told today.");

      // When
      var keywords = keywords(shelf, story);

      // Then
      assertThat(keywords).contains("U.S. Harbor Board").doesNotContain("S Harbor Board");
    }
  }

  @Test
  void aSurnameAloneCountsForTheWholeName() throws IOException {
    try (var shelf = new Shelf(folder)) {
      // Given
      var story =
          story(
              "en",
              "Council votes on the tram",
              """
              The council voted on Monday. President Odalys Brandt of the Tram Company of Orrin was there.
              Later that day, the money for the line was granted. Brandt said she was glad.
              Nobody had expected Brandt to win, according to Lars Pettibone.
              """);

      // When
      var keywords = keywords(shelf, story);

      // Then
      assertThat(keywords).startsWith("Odalys Brandt");
      assertThat(keywords).contains("Tram Company of Orrin", "Lars Pettibone");
      assertThat(keywords).doesNotContain("Brandt", "Monday", "President Odalys Brandt");
    }
  }

  @Test
  void titlesAndDatelinesAreNoNames() throws IOException {
    try (var shelf = new Shelf(folder)) {
      // Given
      var story =
          story(
              "en",
              "Pettibone opens the line",
              """
              PORT ARDANE (NW) — Calveran President Lars Pettibone opened the line on Monday.
              Ministers of Ilmark stood beside Pettibone in Port Ardane, and so did the NATO envoy.
              """);

      // When
      var keywords = keywords(shelf, story);

      // Then
      assertThat(keywords).startsWith("Lars Pettibone");
      assertThat(keywords).contains("Port Ardane", "Ilmark", "NATO");
      assertThat(keywords).doesNotContain("NW", "PORT ARDANE", "Calveran President Lars Pettibone");
    }
  }

  @Test
  void germanNounsKeepTheirCapitalsAndAreNotTakenForNames() throws IOException {
    try (var shelf = new Shelf(folder)) {
      // Given
      var story =
          story(
              "de",
              "Riss in der Talsperre von Torrevale",
              """
              Die Talsperre von Torrevale hat einen Riss. Das sagte Bürgermeisterin Odalys Brandt am Dienstag.
              Fachleute öffneten die Schieber der Talsperre. Der Riss ist vierzig Meter lang.
              Wie lange die Schieber offen bleiben, wusste Brandt nicht; Odalys Brandt will am Mittwoch berichten.
              """);

      // When
      var keywords = keywords(shelf, story);

      // Then
      assertThat(keywords).startsWith("Odalys Brandt");
      assertThat(keywords).contains("Talsperre", "Riss", "Schieber", "Torrevale");
    }
  }

  @Test
  void theSameStoryAskedOfTheSameMorgueAlwaysHasTheSame() throws IOException {
    try (var shelf = new Shelf(folder)) {
      // Given
      shelf.put(live(article("valley", "Valley emptied", Copy.VALLEY).build()));
      var story = story("en", "Crack found in Torrevale dam", Copy.DAM);

      // Then
      assertThat(keywords(shelf, story)).isEqualTo(keywords(shelf, story));
    }
  }

  @Test
  void aStoryWithoutCapitalsOrWordsHasFewOrNone() throws IOException {
    try (var shelf = new Shelf(folder)) {
      assertThat(
              keywords(
                  shelf, story("ar", "", "انهار السد في الوادي. قال رئيس البلدية إن السد قديم.")))
          .isNotEmpty();
      assertThat(keywords(shelf, story("en", "", ""))).isEmpty();
    }
  }

  private static List<String> keywords(Shelf shelf, Story story) throws IOException {
    return new Keywords(shelf.morgue()).enrich(story).additions().keywords();
  }

  private static Story story(String language, String headline, String text) {
    return Stories.of(article("story", headline, text).setLanguage(language).build());
  }
}
