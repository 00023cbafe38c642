package newsroom.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTests {

  private static final String TEXT = "Zürich café";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTF-8        |              | utf-8 (nothing declared)",
        "UTF-8        | utf-8        | utf-8 (declared)",
        "UTF-8        | iso-8859-1   | utf-8 (declared iso-8859-1, but the bytes are UTF-8)",
        "UTF-8        | no-such-name | utf-8 (declared no-such-name does not decode)",
        "windows-1252 |              | windows-1252 (nothing declared, nor is it UTF-8)",
        "windows-1252 | utf-8        | windows-1252 (declared utf-8 does not decode, nor is it UTF-8)",
        "windows-1252 | iso-8859-1   | windows-1252 (declared iso-8859-1)",
        "IBM850       | IBM850       | ibm850 (declared)",
        "UTF-16       |              | utf-16be (byte order mark)"
      })
  void believesWhatTheBytesBear(String written, String declared, String note) {
    // When
    var read = WireText.read(TEXT.getBytes(Charset.forName(written)), declared);

    // Then
    assertThat(read).isEqualTo(new WireText(TEXT, note));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"iso-8859-15", "windows-1252", "UTF-16BE", "UTF-16LE", "UTF-32BE", "IBM037"})
  void readsTheXmlDeclaration(String charset) {
    // Given
    var xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><p>" + TEXT + "</p>";

    // When
    var read = WireText.read(xml.getBytes(Charset.forName(charset)), null);

    // Then
    assertThat(read.text()).isEqualTo(xml);
    assertThat(read.charset()).containsIgnoringCase(charset);
  }

  @Test
  void theByteOrderMarkIsNoText() {
    assertThat(WireText.read("\uFEFFwords".getBytes(StandardCharsets.UTF_8), "iso-8859-1"))
        .isEqualTo(new WireText("words", "utf-8 (byte order mark)"));
  }

  @Test
  void controlCharactersAreRemovedAndCounted() {
    assertThat(WireText.read("a\u0000b\u0007\tc\r\n".getBytes(StandardCharsets.UTF_8), null))
        .isEqualTo(
            new WireText("ab\tc\r\n", "utf-8 (nothing declared); 2 control characters removed"));
  }
}
