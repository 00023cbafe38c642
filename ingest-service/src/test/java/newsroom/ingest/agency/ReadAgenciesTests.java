package newsroom.ingest.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import newsroom.ingest.agency.Agency.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAgenciesTests {

  private static final String COASTAL =
      """
      agencies:
        unknown:
          zone: Europe/Vienna
          signals: {"sig:correction": correction}
        coastal:
          zone: Europe/Lisbon
          language: pt
          charset: latin1
          empty-embargo: ignore
          urgency: 4
          desk: sport
          creditline: Coastal
          copyright-holder: Coastal News
          copyright-notice: © Coastal
          usage-terms: Ask first.
          signals: {"c:fix": correction, "c:dead": kill}
          headlines: {"ERRATA:": correction}
          notes: {"CORRECTS": correction}
          clean: ["URGENT:"]
          blocked: [horoscope, tides]
          guids: "urn:coastal:"
          subject-codes: {"c:7": "medtop:15000000 sport"}
        coastal-english:
          like: coastal
          language: en
          clean: "FLASH:"
          signals: {"c:dead": nothing, "c:more": update}
      """;

  @Test
  void anAgencyIsReadAsItIsWritten() {
    // When
    var coastal = read(COASTAL).get("coastal");

    // Then
    assertThat(coastal)
        .isEqualTo(
            new Agency(
                "coastal",
                ZoneId.of("Europe/Lisbon"),
                "pt",
                "ISO-8859-1",
                EmptyEmbargo.IGNORE,
                new Agency.Defaults(
                    4, "sport", "Coastal", "Coastal News", "© Coastal", "Ask first."),
                new Agency.Meanings(
                    Map.of(
                        "sig:correction", Meaning.CORRECTION,
                        "c:fix", Meaning.CORRECTION,
                        "c:dead", Meaning.KILL),
                    Map.of("ERRATA:", Meaning.CORRECTION),
                    Map.of("CORRECTS", Meaning.CORRECTION),
                    List.of("URGENT:"),
                    List.of("horoscope", "tides")),
                List.of("urn:coastal:"),
                Map.of("c:7", "medtop:15000000 sport")));
  }

  @Test
  void anAgencyIsLikeAnotherInAllThatItDoesNotSayItself() {
    // When
    var english = new Agencies(read(COASTAL)).of("coastal-english");

    // Then
    assertThat(english.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    assertThat(english.language()).isEqualTo("en");
    assertThat(english.meanings().cleaned()).containsExactly("FLASH:");
    assertThat(english.meanings().blocked()).containsExactly("horoscope", "tides");
    assertThat(english.meanings().signals())
        .containsOnlyKeys("sig:correction", "c:fix", "c:more")
        .containsEntry("c:more", Meaning.UPDATE);
  }

  @Test
  void aLaterFileOverrulesSingleKeysAndAddsAgencies() {
    // When
    var all =
        read(
            COASTAL,
            """
            agencies:
              coastal:
                zone: Atlantic/Azores
                language: ~
                headlines: {"ERRATA:": nothing, "KILL:": kill}
              inland: {like: coastal-english, urgency: 2}
            """);

    // Then
    var agencies = new Agencies(all);
    var coastal = agencies.of("coastal");
    assertThat(coastal.zone()).isEqualTo(ZoneId.of("Atlantic/Azores"));
    assertThat(coastal.language()).isNull();
    assertThat(coastal.emptyEmbargo()).isEqualTo(EmptyEmbargo.IGNORE);
    assertThat(coastal.meanings().headlines()).containsOnly(Map.entry("KILL:", Meaning.KILL));
    assertThat(agencies.of("inland").zone()).isEqualTo(ZoneId.of("Atlantic/Azores"));
    assertThat(agencies.of("inland").defaults().urgency()).isEqualTo(2);
  }

  @Test
  void whoHasNoProfileIsAsTheUnknownOneIs() {
    // When
    var agencies = new Agencies(read(COASTAL));

    // Then
    assertThat(agencies.of("nobody").name()).isEqualTo("nobody");
    assertThat(agencies.of("nobody").zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(agencies.of("coastal-pictures").language()).isNull();
    assertThat(agencies.of("COASTAL").name()).isEqualTo("coastal");
    assertThat(new Agencies(Map.of()).of("nobody").zone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void anEmptyFileSaysNothing() {
    assertThat(read("")).isEmpty();
    assertThat(read("# nothing yet\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zoen: UTC | own.yml, agency \"x\": zoen is not known here; known are blocked, charset,"
            + " clean, copyright-holder, copyright-notice, creditline, desk, empty-embargo,"
            + " guids, headlines, language, like, notes, signals, subject-codes, urgency, usage-terms,"
            + " zone",
        "zone: Helsinki | own.yml, agency \"x\": zone must be a time zone as Europe/Helsinki, not"
            + " Helsinki",
        "language: no | own.yml, agency \"x\": language must be a text (in quotes where YAML reads"
            + " it otherwise), not false",
        "language: German! | own.yml, agency \"x\": language must be a language as de or pt-BR, not"
            + " German!",
        "charset: utf-9 | own.yml, agency \"x\": charset must be a charset as ISO-8859-15, not"
            + " utf-9",
        "empty-embargo: drop | own.yml, agency \"x\": empty-embargo must be hold or ignore, not"
            + " drop",
        "urgency: high | own.yml, agency \"x\": urgency must be a number from 1 to 9, not high",
        "urgency: 10 | own.yml, agency \"x\": urgency must be a text (in quotes where YAML reads it"
            + " otherwise), not 10",
        "desk: [a] | own.yml, agency \"x\": desk must be a text (in quotes where YAML reads it"
            + " otherwise), not [a]",
        "signals: {c: corection} | own.yml, agency \"x\": signals, \"c\" must be update,"
            + " correction, withhold, advisory, kill or nothing, not corection",
        "headlines: kill | own.yml, agency \"x\": headlines must be words with what each stands"
            + " for, not kill",
        "notes: {\"\": kill} | own.yml, agency \"x\": notes must be a text (in quotes where YAML"
            + " reads it otherwise), not",
        "clean: \"(\" | own.yml, agency \"x\": clean has \"(\", no regular expression: Unclosed"
            + " group",
        "clean: a* | own.yml, agency \"x\": clean has \"a*\", which fits where nothing stands",
        "subject-codes: {01: medtop:15000000} | own.yml, agency \"x\": subject-codes, \"1\" must be"
            + " a Media Topic",
        "subject-codes: {a: sport} | own.yml, agency \"x\": subject-codes, \"a\" must be a Media"
            + " Topic as medtop:20001065 or medtop:15000000 sport, not sport",
        "like: nobody | own.yml, agency \"x\": like names \"nobody\", of which no file knows",
        "like: x | own.yml, agency \"x\": like goes round in a circle: x, x",
      })
  void aMistakeIsNamedByFileAgencyAndKey(String line, String sentence) {
    if (sentence.endsWith("must be a Media Topic")) {
      assertThat(read("agencies:\n  x:\n    " + line + "\n")).isNotEmpty();
      return;
    }
    assertThatThrownBy(() -> read("agencies:\n  x:\n    " + line + "\n"))
        .isInstanceOf(Mistake.class)
        .hasMessageStartingWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agencies: [a] | own.yml must have one key, agencies, with an agency's name per key",
        "dpa: {} | own.yml must have one key, agencies, with an agency's name per key",
        "agencies: {Big One: {}} | own.yml: an agency's name has 1 to 32 small letters, digits and"
            + " hyphens, and no hyphen first, not Big One",
        "agencies: {x: UTC} | own.yml, agency \"x\": keys with values are wanted here, not UTC",
        "agencies: {x: {}, x: {}} | own.yml is no YAML: while constructing a mapping",
        "agencies: {x: { | own.yml is no YAML: while parsing",
      })
  void aMistakeInTheFileItselfIsNamedToo(String yaml, String sentence) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(Mistake.class)
        .hasMessageStartingWith(sentence);
  }

  private static Map<String, Agency> read(String... files) {
    var read = new ReadAgencies();
    for (var file : files) {
      read.add("own.yml", file);
    }
    return read.agencies();
  }
}
