package newsroom.ingest.agency;

import static newsroom.ingest.agency.Stories.STORY;
import static org.assertj.core.api.Assertions.assertThat;

import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.language.Languages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyTasterTests {

  private static final String PROFILE =
      """
      agencies:
        unknown:
          signals: {"sig:correction": correction, "sig:update": update}
          subject-codes: {"subj:15000000": "medtop:15000000 sport", "subj:15054000": "medtop:20001065"}
        coastal:
          language: pt
          urgency: 4
          desk: coast
          creditline: Coastal
          copyright-notice: © Coastal
          signals:
            "C:fix": correction
            "c:dead": kill
            "c:hold": withhold
            "c:eds": advisory
            "* LEAD": update
          headlines:
            "Errata": correction
            "KILL:": kill
            "NOTA": advisory
          notes: {"CORRECTS": correction, "not for print": withhold}
          clean: ["URGENT:", "\\\\(\\\\d+\\\\)", "1st Ld"]
          blocked: [horoscope, "c:9"]
          subject-codes: {"c:7": "medtop:17000000 weather"}
      """;

  private final CopyTaster taster = taster(PROFILE);

  @ParameterizedTest
  @CsvSource({
    "c:fix, USABLE, CORRECTION",
    "C:FIX, USABLE, CORRECTION",
    "c:dead, CANCELED, KILL",
    "c:hold, WITHHELD, NEW",
    "2ND LEAD, USABLE, UPDATE",
    "sig:update, USABLE, UPDATE",
    "http://cv.iptc.org/newscodes/signal/correction, USABLE, CORRECTION",
    "c:fixed, USABLE, NEW",
  })
  void aSignalMeansWhatTheProfileSays(String signal, Status status, Change change) {
    // When
    var copy = kept(STORY.signalling("x:y", signal).copy());

    // Then
    assertThat(copy.lifecycle().status()).isEqualTo(status);
    assertThat(copy.lifecycle().change()).isEqualTo(change);
    assertThat(copy.handling().signals()).containsExactly("x:y", signal);
  }

  @ParameterizedTest
  @CsvSource({
    "Errata: Bridge opens, USABLE, CORRECTION",
    "ERRATA Bridge opens, USABLE, CORRECTION",
    "Erratas of the year, USABLE, NEW",
    "KILL: Bridge opens, CANCELED, KILL",
    "Kill: a play about a bridge, USABLE, NEW",
    "KILL BILL comes back, USABLE, NEW",
    "Bridge opens (KILL:), USABLE, NEW",
  })
  void aHeadlineMeansWhatItsFirstWordsSay(String headline, Status status, Change change) {
    // When
    var life = kept(STORY.headed(headline).copy()).lifecycle();

    // Then
    assertThat(life.status()).isEqualTo(status);
    assertThat(life.change()).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({
    "Eds: CORRECTS the name, USABLE, CORRECTION",
    "Eds: corrects the name, USABLE, NEW",
    "This is NOT FOR PRINT, WITHHELD, NEW",
    "INCORRECTS, USABLE, NEW",
  })
  void aNoteMeansWhatItsWordsSay(String note, Status status, Change change) {
    // When
    var life = kept(STORY.noted(note).copy()).lifecycle();

    // Then
    assertThat(life.status()).isEqualTo(status);
    assertThat(life.change()).isEqualTo(change);
  }

  @Test
  void ofSeveralMeaningsTheStrongestCounts() {
    // When
    var copy = kept(STORY.signalling("c:fix", "c:dead", "c:eds", "2ND LEAD").copy());

    // Then
    assertThat(copy.lifecycle().status()).isEqualTo(Status.CANCELED);
  }

  @Test
  void whatTheWireSaysItselfIsNeverMadeWeaker() {
    // When
    var correction = kept(STORY.signalling("sig:update").copy(Change.CORRECTION, null, null));
    var killed = kept(STORY.with(Status.CANCELED).signalling("c:hold").copy());

    // Then
    assertThat(correction.lifecycle().change()).isEqualTo(Change.CORRECTION);
    assertThat(killed.lifecycle().status()).isEqualTo(Status.CANCELED);
  }

  @Test
  void anAdvisoryIsForEditorsOnly() {
    assertThat(taster.taste("coastal", STORY.signalling("c:eds").copy()))
        .isEqualTo(
            new Taste.SetAside(
                "Story “bridge-1” is an advisory for editors by its signal “c:eds”."));
    assertThat(taster.taste("coastal", STORY.headed("NOTA: budget").copy()))
        .isEqualTo(
            new Taste.SetAside(
                "Story “bridge-1” is an advisory for editors by its headline “NOTA: budget”."));
  }

  @Test
  void anAdvisoryThatWithholdsAStoryWithholdsIt() {
    for (var copy :
        new Copy[] {
          STORY.with(Status.WITHHELD).headed("NOTA: legal review").copy(),
          STORY.headed("NOTA: legal review").noted("not for print").copy(),
          STORY.signalling("c:eds", "c:hold").copy()
        }) {
      assertThat(kept(copy).lifecycle().status()).isEqualTo(Status.WITHHELD);
    }
  }

  @Test
  void blockedSubjectsAreNeverDrafted() {
    // Given
    var byName = STORY.about(new Concept(null, "Horoscope", null));
    var byCode = STORY.about(new Concept("9", "stars", "c"));

    // Then
    assertThat(taster.taste("coastal", byName.copy()))
        .isEqualTo(
            new Taste.SetAside(
                "Story “bridge-1” is of “Horoscope”, which the profile of its agency blocks."));
    assertThat(taster.taste("coastal", byCode.copy())).isInstanceOf(Taste.SetAside.class);
    assertThat(taster.taste("inland", byName.copy())).isInstanceOf(Taste.Kept.class);
  }

  @Test
  void aKillIsNeverSetAside() {
    // Given
    var blocked = STORY.about(new Concept(null, "horoscope", null));

    // Then
    assertThat(kept(blocked.with(Status.CANCELED).copy()).lifecycle().change())
        .isEqualTo(Change.KILL);
    assertThat(kept(STORY.with(Status.CANCELED).signalling("c:eds").copy())).isNotNull();
    assertThat(kept(blocked.signalling("c:dead").copy()).lifecycle().status())
        .isEqualTo(Status.CANCELED);
  }

  @ParameterizedTest
  @CsvSource({
    "URGENT: Bridge opens, Bridge opens",
    "Bridge opens (2), Bridge opens",
    "URGENT: 1st Ld Bridge opens (3), Bridge opens",
    "The word URGENT: in a headline, The word URGENT: in a headline",
    "URGENT:, URGENT:",
    "Bridge opens, Bridge opens",
  })
  void takeMarksComeOffTheHeadline(String headline, String clean) {
    assertThat(kept(STORY.headed(headline).copy()).headlines().headline()).isEqualTo(clean);
  }

  @Test
  void theProfileFillsInWhatTheWireDoesNotSay() {
    // When
    var copy = kept(STORY.copy());

    // Then
    assertThat(copy.lifecycle().urgency()).isEqualTo(4);
    assertThat(copy.headlines().language()).isEqualTo("pt");
    assertThat(copy.headlines().languageDetected()).isFalse();
    assertThat(copy.handling().desk()).isEqualTo("coast");
    assertThat(copy.rights()).isEqualTo(new Copy.Rights("Coastal", null, "© Coastal", null));
  }

  @Test
  void whatTheWireSaysStands() {
    // When
    var copy = kept(STORY.copy(Change.NEW, 2, "fr"));

    // Then
    assertThat(copy.lifecycle().urgency()).isEqualTo(2);
    assertThat(copy.headlines().language()).isEqualTo("fr");
  }

  @Test
  void whereNeitherSaysTheLanguageTheTextTells() {
    // Given
    var text =
        "Die Hafenbrücke bleibt noch zwei Wochen gesperrt, teilte die Stadt am Freitag mit. Die"
            + " <b>neuen</b> Lager seien noch nicht geliefert worden.";

    // Then
    assertThat(language(taster, STORY.saying(text).copy())).isEqualTo("de");
    assertThat(language(taster, STORY.copy())).isNull();
    assertThat(headlines(taster, STORY.saying(text).copy()).languageDetected()).isTrue();
    assertThat(headlines(taster, STORY.copy()).languageDetected()).isFalse();
  }

  @Test
  void subjectCodesGetTheirMediaTopicBesideThem() {
    // Given
    var own = new Concept("7", "storms", "c");
    var sport = new Concept("15054001", "cup", "iptc-subjectcode");
    var other = new Concept("subj:15003000", "curling", "subj");
    var known = new Concept("medtop:15000000", "sport", "medtop");
    var stranger = new Concept("99000000", "stranger", null);
    var place = new Concept("place:15000000", "Harbour", "place");

    // When
    var copy = kept(STORY.about(own, sport, other, stranger, place).copy());
    var twice = kept(STORY.about(other, known).copy());

    // Then
    assertThat(copy.subjects().subjects())
        .containsExactly(
            own,
            new Concept("medtop:17000000", "weather", "medtop"),
            sport,
            new Concept("medtop:20001065", "cup", "medtop"),
            other,
            new Concept("medtop:15000000", "sport", "medtop"),
            stranger,
            place);
    assertThat(twice.subjects().subjects()).containsExactly(other, known);
  }

  @ParameterizedTest
  @CsvSource({
    "ap, 'Bridge opens, 1st Ld-Writethru', Bridge opens",
    "ap, 3rd Ld-Writethru: Bridge opens, Bridge opens",
    "reuters, UPDATE 2-Bridge opens, Bridge opens",
    "dpa, (Eil) Brücke offen, Brücke offen",
    "dpa, EILMELDUNG: Brücke offen, Brücke offen",
    "dpa, Eilig haben es die Fähren, Eilig haben es die Fähren",
    "apa, +++ EILMELDUNG +++ Brücke offen, Brücke offen",
    "ansa, ++ Ponte aperto ++, Ponte aperto",
    "efe, Puente abierto (Ampliación), Puente abierto",
    "afp, URGENT - Pont ouvert, Pont ouvert",
    "nobody, UPDATE 2-Bridge opens, UPDATE 2-Bridge opens",
  })
  void theShippedProfilesKnowTakeMarks(String agency, String headline, String clean) {
    // When
    var tasted = (Taste.Kept) shipped().taste(agency, STORY.headed(headline).copy());

    // Then
    assertThat(tasted.copy().headlines().headline()).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource({
    "stt, sttinstruct:remove, CANCELED, KILL",
    "stt, action:replace, USABLE, UPDATE",
    "stt, action:new, USABLE, NEW",
    "reuters, edStat:C, USABLE, CORRECTION",
    "reuters, edStat:D, CANCELED, KILL",
    "tt, tt_sig:replace, USABLE, UPDATE",
    "dpa, 2ND LEAD 3RD NET, USABLE, UPDATE",
    "dpa, (Achtung), WITHHELD, NEW",
    "dpa, (Eil), USABLE, NEW",
    "ap, 1stLd-Writethru, USABLE, UPDATE",
    "pa, privileged, WITHHELD, NEW",
    "nobody, sig:correction, USABLE, CORRECTION",
  })
  void theShippedProfilesKnowSignals(String agency, String signal, Status status, Change change) {
    // When
    var tasted = (Taste.Kept) shipped().taste(agency, STORY.signalling(signal).copy());

    // Then
    assertThat(tasted.copy().lifecycle().status()).isEqualTo(status);
    assertThat(tasted.copy().lifecycle().change()).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({
    "dpa, Berichtigung: Brücke offen, CORRECTION",
    "reuters, CORRECTED-Bridge opens, CORRECTION",
    "reuters, UPDATE 1-Bridge opens, UPDATE",
    "ansa, RETTIFICA: Ponte aperto, CORRECTION",
    "tt, Rättelse: Bron är öppen, CORRECTION",
    "ntb, RETTELSE: Broen er åpen, CORRECTION",
    "aap, KILL: Bridge opens, KILL",
    "aap, Kill Bill director opens bridge, NEW",
    "anp, VERVALT: Brug open, KILL",
  })
  void theShippedProfilesKnowHeadlines(String agency, String headline, Change change) {
    // When
    var tasted = (Taste.Kept) shipped().taste(agency, STORY.headed(headline).copy());

    // Then
    assertThat(tasted.copy().lifecycle().change()).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({
    "ap, AP News Digest 6 a.m.",
    "reuters, DIARY-Top economic events",
    "dpa, dpa-Tagesvorschau Politik",
    "dpa, (Achtung - Planungshinweis) Lesestücke",
    "apa, APA-Avisos",
    "afp, AGENDA AFP",
  })
  void theShippedProfilesKnowAdvisories(String agency, String headline) {
    assertThat(shipped().taste(agency, STORY.headed(headline).copy()))
        .isInstanceOf(Taste.SetAside.class);
  }

  private Copy kept(Copy copy) {
    return ((Taste.Kept) taster.taste("coastal", copy)).copy();
  }

  private static @Nullable String language(CopyTaster taster, Copy copy) {
    return headlines(taster, copy).language();
  }

  private static Copy.Headlines headlines(CopyTaster taster, Copy copy) {
    return ((Taste.Kept) taster.taste("inland", copy)).copy().headlines();
  }

  private static CopyTaster shipped() {
    return new CopyTaster(new Agencies(), new Languages());
  }

  private static CopyTaster taster(String yaml) {
    var read = new ReadAgencies();
    read.add("test.yml", yaml);
    return new CopyTaster(new Agencies(read.agencies()), new Languages());
  }
}
