package newsroom.enrichment.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "en, İSTANBUL, istanbul",
    "en, IRAK, irak",
    "tr, İSTANBUL, istanbul",
    "tr, IŞIK, ışık",
    "de, ÄRGER, ärger",
    "el, ΟΔΟΣ, οδοσ",
  })
  void smallLettersAreThoseOfTheIndex(String language, String text, String small) {
    assertThat(Language.of(language).small(text)).isEqualTo(small);
  }
}
