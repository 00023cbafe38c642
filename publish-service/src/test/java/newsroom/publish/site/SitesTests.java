package newsroom.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import newsroom.publish.Events;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Path;
import newsroom.publish.story.Candidate;
import newsroom.publish.story.ReadStory;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTests {

  private static final String SITE =
      """
      - site: harbor
        name: Harbor Daily
        address: https://harbor.test
        zone: Europe/Copenhagen
        language: en-GB
        tagline: News from the quay
        labels: {in-case-you-missed-it: DID YOU SEE}
        sections:
          - {path: weather, name: Weather, subjects: [medtop:17000000], keywords: ice}
          - {path: news, name: News}
        takes: {languages: [en], urgency: 5}
        refuses: {agencies: [spamwire]}
        destinations:
          - {kind: pages, folder: "${FOLDER}"}
          - {kind: webhook, name: partner, url: https://partner.test/hook}
      """;

  private static Sites read(String yaml) {
    var known = Map.of("${FOLDER}", "/srv/pages");
    return new ReadSites(
            text -> {
              if (text.startsWith("${") && !known.containsKey(text)) {
                throw new IllegalArgumentException("unresolved " + text);
              }
              return known.getOrDefault(text, text);
            })
        .from(yaml);
  }

  private static Story story(Events event) {
    return ReadStory.from(event.bytes());
  }

  @Test
  void aSiteIsReadAsItIsWritten() {
    // When
    var site = read(SITE).all().getFirst();

    // Then
    assertThat(site.masthead().address()).hasToString("https://harbor.test/");
    assertThat(site.masthead().labels())
        .containsEntry(Candidate.Label.IN_CASE_YOU_MISSED_IT, "DID YOU SEE")
        .containsEntry(Candidate.Label.ADDITIONAL_REPORTING, "ADDITIONAL REPORTING");
    assertThat(site.routes())
        .extracting(Site.Route::destination)
        .containsExactly("harbor/pages", "harbor/partner");
    assertThat(site.routes().getFirst().settings()).containsEntry("folder", "/srv/pages");
  }

  @Test
  void theFirstSectionThatFitsTakesTheStoryAndTheLastTakesTheRest() {
    // Given
    var site = read(SITE).all().getFirst();

    // Then
    assertThat(site.judge(story(Events.story(1))))
        .isEqualTo(new Verdict.Takes(new Masthead.Section("weather", "Weather"), Terms.NONE));
    assertThat(
            read(SITE.replace("medtop:17000000", "politics"))
                .all()
                .getFirst()
                .judge(story(Events.story(1))))
        .isEqualTo(new Verdict.Takes(new Masthead.Section("news", "News"), Terms.NONE));
  }

  @Test
  void rulesRefuseWithAReasonThatSaysNothingOfTheText() {
    // Given
    var story = story(Events.story(1));

    // Then
    assertThat(read(SITE.replace("[en]", "[de]")).judge(story).getFirst().verdict())
        .isEqualTo(
            new Verdict.Refuses(
                "not among the languages this site takes",
                "it takes languages de (line 11); the story has languages en-GB"));
    assertThat(read(SITE.replace("spamwire", "Northwire")).judge(story).getFirst().verdict())
        .isEqualTo(
            new Verdict.Refuses(
                "among the agencies this site refuses",
                "it refuses agencies Northwire (line 12); the story has agencies northwire"));
    assertThat(read(SITE.replace("urgency: 5", "urgency: 3")).judge(story).getFirst().verdict())
        .isEqualTo(
            new Verdict.Refuses(
                "less urgent than 3, the least this site takes",
                "it takes urgency 1 to 3 (line 11); the story has urgency 4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          site: harbor             | site: Harbor Daily   | line 1: site 1: site must be a short name
          name: Harbor Daily       | nam: Harbor Daily    | line 1: site "harbor": name is missing
          address: https           | address: ftp         | line 3: site "harbor": address must be like
          Europe/Copenhagen        | Europe/Copenhagn     | line 4: site "harbor": zone must be a time zone as America/New_York, not Europe/Copenhagn; did you mean Europe/Copenhagen?
          tagline:                 | tag-line:            | line 6: site "harbor": tag-line is not known here; did you mean tagline?
          urgency: 5               | urgency: high        | line 11: site "harbor", takes: urgency must be a number from 1 to 9
          path: news               | path: News!          | line 10: site "harbor", section 2: path must be
          name: News}              | name: News, places: [Skagen]} | line 8: site "harbor": sections must end with one that has no conditions
          subjects:                | subject:             | line 9: site "harbor", section 1: subject is not known here; did you mean subjects?
          ${FOLDER}                | ${NOWHERE}           | line 14: site "harbor", destination 1: folder names a variable that is not set
          name: partner            | name: pages          | line 15: site "harbor", destination 2: name must be a short name of its own
          labels: {in              | labels: {not-in      | line 7: site "harbor", labels: not-in-case-you-missed-it is not known here
          takes: {                 | tellings: prefer, takes: { | line 11: the file of sites is no YAML
          tagline:                 | name:                | line 6: site 1: name is there already on line 2
          """)
  void aMistakeIsOneSentenceThatNamesSiteAndKey(String right, String wrong, String sentence) {
    assertThat(SITE).contains(right);
    assertThatThrownBy(() -> read(SITE.replace(right, wrong)))
        .isInstanceOfSatisfying(
            Mistake.class,
            e -> assertThat(e.sentences()).anySatisfy(it -> assertThat(it).startsWith(sentence)));
  }

  @Test
  void allMistakesAreSaidAtOnceInTheOrderOfTheFile() {
    assertThatThrownBy(
            () -> read(SITE.replace("tagline", "tagling").replace("urgency: 5", "urgency: 0")))
        .isInstanceOfSatisfying(
            Mistake.class,
            e ->
                assertThat(e.sentences())
                    .satisfiesExactly(
                        it -> assertThat(it).startsWith("line 6: site").contains("tagling"),
                        it -> assertThat(it).startsWith("line 11: site").contains("urgency")));
  }

  @Test
  void aSiteSaysWhichAddressesOfAnArchiveAreForItsReaders() {
    // Given
    var archive = "archive: [https://Old.test/news/, \"http://harbor.test/2019/\"]";

    // When
    var addresses = read(archived(archive)).all().getFirst().masthead().archive();

    // Then
    assertThat(addresses.of("https://old.test/news/2019/ice.html?page=2"))
        .hasToString("https://old.test/news/2019/ice.html?page=2");
    assertThat(addresses.of("HTTPS://OLD.TEST/news/ice.html")).isNotNull();
    assertThat(addresses.of("http://harbor.test/2019/ice/")).isNotNull();
    assertThat(read(SITE).all().getFirst().masthead().archive().of("https://old.test/news/a"))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://old.test/sport/ice.html",
        "http://old.test/news/ice.html",
        "https://old.test.evil.test/news/ice.html",
        "https://old.test:8443/news/ice.html",
        "https://editor@old.test/news/ice.html",
        "https://old.test/news/../admin",
        "https://old.test/news/%2e%2E/admin",
        "https://old.test/news/..",
        "javascript:alert(1)//https://old.test/news/",
        "no address",
        ""
      })
  void whatLiesElsewhereIsNotOfTheArchive(String url) {
    var site = read(archived("archive: https://old.test/news/")).all().getFirst();

    assertThat(site.masthead().archive().of(url)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://old.test/news   | must be beginnings of addresses as https://www.example.org/2019/, ending in /, not https://old.test/news
          /2019/                  | must be beginnings of addresses as https://www.example.org/2019/, ending in /, not /2019/
          ftp://old.test/         | must be beginnings of addresses as https://www.example.org/2019/, ending in /, not ftp://old.test/
          https://old.test/?p=/   | must be beginnings of addresses as https://www.example.org/2019/, ending in /, not https://old.test/?p=/
          https://a b/            | must be beginnings of addresses as https://www.example.org/2019/, ending in /, not https://a b/
          https://old.test/a/../  | must be beginnings of addresses as https://www.example.org/2019/, ending in /, not https://old.test/a/../
          https://harbor.test/    | must not hold the site's own stories, which are at https://harbor.test/; narrow https://harbor.test/
          """)
  void aBeginningThatSaysTooLittleOrTooMuchIsAMistake(String beginning, String sentence) {
    assertThatThrownBy(() -> read(archived("archive: \"" + beginning + '"')))
        .hasMessage("line 4: site \"harbor\": archive " + sentence);
  }

  @Test
  void noSiteIsCalledAsTheArchive() {
    assertThatThrownBy(() -> read(SITE.replace("site: harbor", "site: archive")))
        .hasMessageStartingWith("line 1: site 1: site must not be archive");
  }

  private static String archived(String line) {
    return SITE.replace("  zone:", "  " + line + "\n  zone:");
  }

  @Test
  void aSiteThatIsThereTwiceIsAMistake() {
    assertThatThrownBy(() -> read(SITE + SITE))
        .hasMessage("line 16: site \"harbor\" is there twice");
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(read(SITE).all().getFirst().routes().toString()).doesNotContain("partner.test");
  }

  @ParameterizedTest
  @CsvSource({
    "Storm closes harbour; ferries stay in port, storm-closes-harbour-ferries-stay-in-port",
    "Fährbetrieb nach “Sturm” eingestellt, faehrbetrieb-nach-sturm-eingestellt",
    "L’été à Nîmes: 40°C, lete-a-nimes-40-c",
    "Зеленський у Києві, zelenskii-u-kiievi",
    "東京で地震, story",
    "R&D, r-and-d"
  })
  void aHeadlineBecomesAPlainPath(String headline, String path) {
    assertThat(Path.of(headline)).isEqualTo(path);
  }

  @Test
  void aLongHeadlineIsCutBetweenWords() {
    assertThat(Path.of("word ".repeat(40)))
        .hasSizeLessThanOrEqualTo(60)
        .doesNotEndWith("-")
        .endsWith("word");
  }

  @Test
  void theAddressSaysTheDayInTheSitesOwnTime() {
    // Given
    var site = read(SITE.replace("Europe/Copenhagen", "Pacific/Kiritimati")).all().getFirst();
    var story = story(Events.story(10));

    // Then
    assertThat(site.path(story, site.masthead().sections().getFirst()))
        .isEqualTo("weather/2026/11/20/canal-10-freezes-over-0000000a/");
  }
}
