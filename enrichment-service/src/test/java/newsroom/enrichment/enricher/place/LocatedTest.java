package newsroom.enrichment.enricher.place;

import static newsroom.enrichment.Copy.article;
import static org.assertj.core.api.Assertions.assertThat;

import newsroom.enrichment.story.Concept;
import newsroom.enrichment.story.Stories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PARIS (AP) —                              | Paris             | FR
          LONDON, March 3                           | London            | GB
          LONDON, March 3, 2026 /PRNewswire/ --     | London            | GB
          Von unserem Korrespondenten BERLIN        | Berlin            | DE
          By our correspondent in NEW YORK          | New York          | US
          NEW YORK/LONDON (Reuters)                 | New York          | US
          Berlin/München (dpa)                      | Berlin            | DE
          Frankfurt am Main, 3. März                | Frankfurt am Main | DE
          Paris, le 3 mars 2026 (AFP)               | Paris             | FR
          MÜNCHEN AFP                               | München           | DE
          PARIS, Texas (AP) —                       | Paris             | US
          PORT LUNDE, Norway (AB) _                 | Port Lunde        | NO
          KYIV, Ukraine (AP) —                      | Kyiv              | UA
          ST. LOUIS (AP) —                          | St. Louis         | US
          PORT ARDANE (NW)                          | Port Ardane       |
          Port Ardane, 4. Dezember                  | Port Ardane       |
          COEUR D'ALENE, Idaho (AP) —               | Coeur D'Alene     | US
          """)
  void aDatelineNamesAPlace(String dateline, String place, @Nullable String country) {
    var located = located(article("s", "Headline", "Text.").setDateline(dateline).build());

    assertThat(located)
        .isEqualTo(
            country == null
                ? new Concept(null, place, null)
                : new Concept("iso3166-1a2:" + country, place, "in-country"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PARIS (AP) — Ministers met on Tuesday.                          | Paris
          OSLO, Dec. 9 — Snow fell all day.                               | Oslo
          Berlin (dpa) - Der Bundestag hat am Dienstag abgestimmt.        | Berlin
          PORT LUNDE — The ferry is late.                                 | Port Lunde
          """)
  void oneInFrontOfTheFirstParagraphCountsToo(String paragraph, String place) {
    var located = located(article("s", "Headline", paragraph).build());

    assertThat(located).isNotNull().extracting(Concept::name).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ministers met - again - in Paris on Tuesday.
          The mayor (48) - known for her patience - waited.
          We went to Oslo. It was cold.
          """)
  void aParagraphThatBeginsWithoutADatelineSaysNothing(String paragraph) {
    assertThat(located(article("s", "Headline", paragraph).build())).isNull();
  }

  @Test
  void whereTheWireSaysThePlaceTheDatelineIsNotRead() {
    var place = newsroom.schema.Concept.newBuilder().setName("Ardane Strait").build();
    var article =
        article("s", "Headline", "Text.").setDateline("PARIS (AP)").setLocated(place).build();

    assertThat(located(article)).isNull();
  }

  private static @Nullable Concept located(newsroom.schema.Article article) {
    return new Located().enrich(Stories.of(article)).additions().located();
  }
}
