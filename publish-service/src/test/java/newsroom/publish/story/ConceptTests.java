package newsroom.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptTests {

  @ParameterizedTest
  @CsvSource({
    "subj:16000000, 16000000, false",
    "medtop:20000002, medtop:20000002, false",
    "medtop:16000000, 'Conflict, war and peace', true",
    ", نزاعات, true",
    ", G20, true"
  })
  void readersSeeNamesAndNoBareCodes(String code, String name, boolean legible) {
    assertThat(new Concept(code, name, null).legible()).isEqualTo(legible);
  }
}
