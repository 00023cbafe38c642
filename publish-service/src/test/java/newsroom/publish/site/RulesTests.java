package newsroom.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsroom.publish.rendition.Lengths;
import newsroom.publish.site.Circumstances.Other;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTests {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static final Story STORY =
      new Story(
          "urn:newsroom:story:0123456789abcdef",
          new Mark(2, NOON, 0),
          new Story.Lifecycle(
              Story.Status.USABLE,
              Story.Change.CORRECTION,
              Instant.parse("2026-11-19T23:30:00Z"),
              null,
              null,
              4,
              null,
              null),
          new Story.Headlines(
              "Ferry to Skagen leaves on time", null, null, null, null, "Analysis", "nb-NO"),
          new Story.Subjects(
              null,
              List.of(
                  new Concept("http://cv.iptc.org/newscodes/mediatopic/20000574", "vote", null),
                  new Concept("subj:15054001", "league", null),
                  new Concept("medtop:20000418", "climate", null)),
              List.of(new Concept("tgn:7003712", "Skagen", null)),
              List.of(),
              List.of(),
              List.of("ferry", "strike")),
          new Story.Rights("NW", "Northwire", null, "Not for use online in Norway."),
          List.of(),
          null,
          List.of(),
          List.of(),
          new Story.Origin(
              "northwire",
              null,
              NOON,
              new Story.Filing(false, null, List.of(), "politics", "picture")));

  private static Site site(String more) {
    return TestSites.of(
            """
            - site: harbor
              name: Harbor Daily
              address: https://harbor.test
              zone: Europe/Berlin
              sections: [{path: news, name: News}]
              destinations: [{kind: pages}]
            """
                + more.strip().indent(2))
        .all()
        .getFirst();
  }

  private static boolean takes(String conditions) {
    return site("takes: {" + conditions + "}").judge(STORY) instanceof Verdict.Takes;
  }

  private static boolean refuses(String conditions) {
    return site("refuses: {" + conditions + "}").judge(STORY) instanceof Verdict.Refuses;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agencies: Northwire",
        "desks: [sport, politics]",
        "subjects: vote",
        "subjects: 'medtop:20000574'",
        "subjects: 'medtop:11000000'",
        "subjects: politics",
        "subjects: 'http://cv.iptc.org/newscodes/mediatopic/11000000'",
        "subjects: 15000000",
        "subjects: 'subj:15054000'",
        "subjects: 'medtop:06000000'",
        "places: skagen",
        "places: 'tgn:7003712'",
        "languages: nb",
        "languages: nb-NO",
        "keywords: strike",
        "keywords: {all: [ferry, strike]}",
        "keywords: {any: [ferry, train], none: [train]}",
        "genres: analysis",
        "types: picture",
        "changes: [correction, update]",
        "usage-terms: use online",
        "copyright-holders: northwire",
        "urgency: 4",
        "urgency: 3-5"
      })
  void whatAStoryHasIsTakenOrRefusedAsTheRuleSays(String conditions) {
    assertThat(takes(conditions)).isTrue();
    assertThat(refuses(conditions)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agencies: afp",
        "desks: sport",
        "subjects: 'medtop:20000593'",
        "subjects: weather",
        "subjects: 'medtop:99999999'",
        "places: Oslo",
        "languages: [no, en]",
        "keywords: {all: [ferry, train]}",
        "keywords: {none: [ferry]}",
        "genres: feature",
        "types: text",
        "changes: new",
        "usage-terms: internal",
        "copyright-holders: afp",
        "urgency: 3",
        "urgency: 5-9"
      })
  void whatAStoryHasNotIsNot(String conditions) {
    assertThat(takes(conditions)).isFalse();
    assertThat(refuses(conditions)).isFalse();
  }

  @Test
  void everythingOfTakesMustHold() {
    assertThat(takes("agencies: northwire, languages: nb")).isTrue();
    assertThat(takes("agencies: northwire, languages: en")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          takes: {types: pictures}          | types names pictures; did you mean picture?
          takes: {keywords: {al: [a]}}      | al is not known here; did you mean all?
          takes: {agencies: {any: {x: y}}}  | any must be a list of words
          hold: {wen: always}               | wen is not known here; did you mean when?
          hold: {when: sometimes}           | when must be always or conditions, not sometimes
          windows: {days: mon}              | open is missing
          windows: {open: 18-6}             | open must be times of day
          windows: {open: "18:00-26:00"}    | open must be times of day
          windows: {open: "18:00-06:00", days: someday} | days must be of
          tellings: last                    | tellings must be all, first or
          tellings: {prefer: [afp], wait: long} | wait must be a time as 90s
          addresses: "{section}/{path}/"    | addresses must have {id}
          addresses: "{sektion}/{id}/"      | addresses names {sektion}; did you mean section?
          addresses: "/{id}/"               | addresses must be a path below
          addresses: "../{id}/"             | addresses must be a path below
          addresses: "{id}.html"            | addresses must end in a slash
          headline-length: 5                | headline-length must be a number from 20
          headline-length: {front: 50}      | front is not known here
          """)
  void aMistakeInARuleIsSaid(String rule, String sentence) {
    assertThatThrownBy(() -> site(rule))
        .isInstanceOf(Mistake.class)
        .hasMessageContaining("line 7: ")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T16:59:59Z, 2026-11-20T17:00:00Z",
    "2026-11-20T17:00:00Z, 2026-11-20T17:00:00Z",
    "2026-11-21T04:59:59Z, 2026-11-21T04:59:59Z",
    "2026-11-21T05:00:00Z, 2026-11-21T17:00:00Z",
    // on the last Sunday of March the clock goes from two to three
    "2026-03-29T10:00:00Z, 2026-03-29T16:00:00Z",
    "2026-03-28T10:00:00Z, 2026-03-28T17:00:00Z"
  })
  void aWindowOpensInItsOwnZone(String now, String opens) {
    var window = window("windows: {open: \"18:00-06:00\"}");
    assertThat(window.opens(Instant.parse(now))).isEqualTo(opens);
  }

  @Test
  void aWindowHasDays() {
    // Given
    var window = window("windows: {open: [\"09:00-12:00\", \"14:00-24:00\"], days: [mon-fri]}");
    var fridayEvening = Instant.parse("2026-11-20T23:30:00Z");

    // Then
    assertThat(window.opens(fridayEvening)).isEqualTo("2026-11-23T08:00:00Z");
    assertThat(window.opens(Instant.parse("2026-11-20T22:30:00Z")))
        .isEqualTo("2026-11-20T22:30:00Z");
  }

  private static Window window(String rule) {
    return terms(rule).windows().getFirst();
  }

  private static Terms terms(String rule) {
    return ((Verdict.Takes) site(rule).judge(STORY)).terms();
  }

  private static Answer answer(String rule, boolean released, Other... others) {
    return terms(rule).at("northwire", new Circumstances(NOON, NOON, released, List.of(others)));
  }

  @Test
  void aStoryOutsideItsWindowIsHeldUntilThat() {
    assertThat(
            answer(
                "windows: {when: {subjects: sport}, open: \"18:00-06:00\", zone: Asia/Tokyo}",
                false))
        .isEqualTo(new Answer.Now());
    assertThat(answer("windows: {when: {subjects: [15000000]}, open: \"18:00-06:00\"}", false))
        .isEqualTo(
            new Answer.Later(
                Instant.parse("2026-11-20T17:00:00Z"),
                "held until 2026-11-20T17:00:00Z: it takes subjects 15000000 (line 7) only at"
                    + " 18:00-06:00 Europe/Berlin"));
    assertThat(terms("windows: {when: {desks: sport}, open: \"18:00-06:00\"}"))
        .isEqualTo(Terms.NONE);
  }

  @Test
  void anEditorReleasesWhatIsHeld() {
    // Given
    var rule = "hold: [{when: {desks: sport}}, {when: {desks: politics, changes: correction}}]";

    // Then
    assertThat(answer(rule, false)).isEqualTo(new Answer.Later(null, Terms.RELEASE));
    assertThat(answer(rule, true)).isEqualTo(new Answer.Now());
    assertThat(terms("hold: {when: {desks: politics, changes: new}}")).isEqualTo(Terms.NONE);
    assertThat(answer("hold: {when: always}", false)).isInstanceOf(Answer.Later.class);
  }

  @Test
  void ofSeveralTellingsTheFirstIsTaken() {
    assertThat(answer("tellings: first", false)).isEqualTo(new Answer.Now());
    assertThat(answer("tellings: first", false, new Other("urn:a", "afp", true, false)))
        .isEqualTo(new Answer.Never("the same story by afp is on this site already"));
    assertThat(answer("tellings: first", false, new Other("urn:a", "afp", false, true)))
        .isEqualTo(new Answer.Never("the same story by afp is to come to this site"));
    assertThat(answer("tellings: first", false, new Other("urn:a", "afp", false, false)))
        .isEqualTo(new Answer.Now());
    assertThat(terms("tellings: all")).isEqualTo(Terms.NONE);
  }

  @Test
  void theBetterTellingIsTakenUnlessAnotherIsShown() {
    // Given
    var rule = "tellings: {prefer: [afp, northwire], wait: 15m}";
    var worse = new Other("urn:w", "gazette", false, true);

    // Then
    assertThat(answer(rule, true, worse))
        .isEqualTo(
            new Answer.Later(
                NOON.plus(Duration.ofMinutes(15)),
                "held until 2026-11-20T12:15:00Z in case afp tells it too"));
    assertThat(answer(rule, true, new Other("urn:a", "afp", false, false)))
        .isInstanceOf(Answer.Never.class);
    assertThat(answer("tellings: {prefer: northwire}", true, worse)).isEqualTo(new Answer.Now());
    assertThat(answer("tellings: {prefer: northwire}", true, new Other("u", "x", true, false)))
        .isInstanceOf(Answer.Never.class);
  }

  @Test
  void aSiteHasItsOwnAddresses() {
    var site = site("addresses: \"{language}/{agency}/{yyyy}{MM}{dd}/{section}-{path}-{id}/\"");

    assertThat(site.path(STORY, site.masthead().sections().getFirst()))
        .isEqualTo("nb-no/northwire/20261120/news-ferry-to-skagen-leaves-on-time-89abcdef/");
  }

  @Test
  void headlinesAreCutWhereTheSiteWantsIt() {
    assertThat(site("headline-length: 40").masthead().headlines())
        .isEqualTo(new Lengths(0, 40, 40));
    assertThat(site("headline-length: {story: 90, lists: 60}").masthead().headlines())
        .isEqualTo(new Lengths(90, 60, 0));
    assertThat(Lengths.cut(STORY, 25).headlines().headline()).isEqualTo("Ferry to Skagen leaves…");
    assertThat(Lengths.cut("Ferry to Skagen, and back", 20)).isEqualTo("Ferry to Skagen…");
    assertThat(Lengths.cut("Ferry", 20)).isEqualTo("Ferry");
    assertThat(Lengths.cut("東京で大きな地震がありました、けが人はいません", 20)).isEqualTo("東京で大きな地震がありました、けが人は…");
  }
}
