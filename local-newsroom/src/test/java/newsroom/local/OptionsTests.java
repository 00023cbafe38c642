package newsroom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTests {

  @Test
  void takesTheUsualPlacesWhereNothingIsSaid() {
    assertThat(Options.of()).isEqualTo(new Options(Path.of("data"), 8080, null, false, false));
  }

  @Test
  void takesWhatIsSaid() {
    assertThat(Options.of("--data", "d", "--port-base", "0", "--samples", "s", "--until-live"))
        .isEqualTo(new Options(Path.of("d"), 0, Path.of("s"), false, true));
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of("--dat", "d"))
        .withMessageContaining("--dat");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of("--port-base", "many"))
        .withMessageContaining("many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.of("--data"))
        .withMessageContaining("--data needs a value");
  }
}
