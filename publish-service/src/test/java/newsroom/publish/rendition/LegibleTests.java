package newsroom.publish.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTests {

  @Test
  void leavesOrdinaryTextAsItIs() {
    String text = "Zürich\t– “quoted” 東京 \uD83D\uDEA2\nnext line";

    assertThat(Legible.text(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0001", "\u001b", "\u007f", "\u0085", "\ufffe", "\uffff"})
  void takesOutWhatNoDocumentMayHold(String illegal) {
    assertThat(Legible.text("fer" + illegal + "ry" + illegal)).isEqualTo("ferry");
  }

  @Test
  void takesOutHalvesOfSurrogatePairs() {
    String high = "\uD83D";
    String low = "\uDEA2";

    assertThat(Legible.text("a" + high + "b" + low + "c" + high)).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//host",
        "/path",
        "https:///x",
        "ht tp"
      })
  void followsNoAddressOutsideTheWeb(String href) {
    assertThat(WebAddress.of(href)).isNull();
  }

  @Test
  void keepsAddressesOfTheWebAndMendsTheirSpaces() {
    assertThat(WebAddress.of(" https://a.example.com/x y.jpg?q=1&r=2 "))
        .isEqualTo("https://a.example.com/x%20y.jpg?q=1&r=2");
  }
}
