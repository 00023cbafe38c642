package newsroom.benchmark.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTests {

  @Test
  void valuesFlagsAndDefaultsAreTold() {
    // Given
    var options = Options.of("--blocks", "3", "--keep-noisy", "--rate", "12.5");

    // Then
    assertThat(options.number("blocks", 5)).isEqualTo(3);
    assertThat(options.flag("keep-noisy")).isTrue();
    assertThat(options.flag("smoke")).isFalse();
    assertThat(options.decimal("rate", 100)).isEqualTo(12.5);
    assertThat(options.text("report", "target")).isEqualTo("target");
    assertThatCode(options::end).doesNotThrowAnyException();
  }

  @Test
  void whatNobodyAskedForIsAMistake() {
    assertThatThrownBy(Options.of("--blokcs", "3")::end).hasMessageContaining("--blokcs");
  }

  @Test
  void aWordWhereANumberBelongsIsAMistake() {
    assertThatThrownBy(() -> Options.of("--blocks", "many").number("blocks", 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--blocks wants a number, not many");
  }

  @Test
  void aWordOnItsOwnIsAMistake() {
    assertThatThrownBy(() -> Options.of("blocks")).hasMessage("blocks is no option");
  }
}
