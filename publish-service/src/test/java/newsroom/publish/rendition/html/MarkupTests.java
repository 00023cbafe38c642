package newsroom.publish.rendition.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "R&amp;B at 5 > 4",
        "<em>one</em> and <b>two <i>three</i></b>",
        "<a href=\"https://a.example.com/\">link</a>",
        "<a href=\"mailto:desk@example.com\">mail</a> H<sub>2</sub>O<br>next"
      })
  void inlineMarkupPasses(String markup) {
    assertThat(Markup.allowed(markup)).isEqualTo(markup);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <em>left open                        | <em>left open</em>
          </em>closed                          | closed
          <b><i>crossed</b></i>                | <b><i>crossed</i></b>
          <em class="x">dressed</em>           | <em>dressed</em>
          <div>block</div>                     | block
          <EM>loud</EM>                        | <em>loud</em>
          5 < 6                                | 5 &lt; 6
          """)
  void anythingElseIsMadeSo(String markup, String allowed) {
    assertThat(Markup.allowed(markup)).isEqualTo(allowed);
  }

  @Test
  void wordsAreTheTextAlone() {
    assertThat(Markup.words("R&amp;B <em>now</em>")).isEqualTo("R&B now");
    assertThat(Markup.words("R&amp;B")).isEqualTo("R&B");
  }
}
