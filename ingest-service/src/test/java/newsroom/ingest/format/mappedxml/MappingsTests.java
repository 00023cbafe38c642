package newsroom.ingest.format.mappedxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingsTests {

  @Test
  void theMappingsOfTheServiceAreSound() {
    assertThat(Mappings.read(null)).extracting(Mapping::name).contains("ritzau");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          {a: 1}                                                  → house.yml, mapping a: keys with values are wanted here
          {a: {story: s, guid: g}}                                → house.yml, mapping a: story, guid and body are wanted
          {a: {story: s, guid: g, body: b, headlin: h}}           → house.yml, mapping a: headlin is not known here
          {a: {story: s, guid: 'g[1]', body: b}}                  → house.yml, mapping a: guid must be a way like a/b, a/@b or a/*, not g[1]
          {a: {story: s, guid: g, body: b, date-pattern: 'bb'}}   → house.yml, mapping a: date-pattern bb is none
          {a: {story: s, guid: g, body: b, subject-digits: x}}    → house.yml, mapping a: subject-digits must be a number
          '{a: '                                                  → house.yml is no YAML
          """)
  void eachMistakeIsNamedByFileMappingAndKey(String yaml, String sentence) {
    assertThatThrownBy(() -> Mappings.of("house.yml", yaml)).hasMessageStartingWith(sentence);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Mappings.read(Path.of("no-such.yml")))
        .hasMessageContaining("no-such.yml");
  }
}
