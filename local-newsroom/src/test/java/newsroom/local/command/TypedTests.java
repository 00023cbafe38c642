package newsroom.local.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TypedTests {

  private final Typed typed = new Typed("usage: newsroom file PATH…");

  @Test
  void whoeverAsksForHelpReadsHowTheCommandIsUsedAndNoComplaint() {
    assertThatThrownBy(() -> typed.plain("--help")).hasMessage("usage: newsroom file PATH…");
  }

  @Test
  void anOptionThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> typed.plain("--hlep"))
        .hasMessage("there is no option --hlep\nusage: newsroom file PATH…");
  }
}
