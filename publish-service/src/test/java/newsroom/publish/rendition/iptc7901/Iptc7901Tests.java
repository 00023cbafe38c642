package newsroom.publish.rendition.iptc7901;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.RenditionContract;
import org.junit.jupiter.api.Test;

class Iptc7901Tests extends RenditionContract {

  @Override
  protected Rendition rendition() {
    return new Iptc7901();
  }

  @Override
  protected String read(byte[] file) {
    return new String(file, ISO_8859_1).replaceAll("[\u0001-\u0004]", "");
  }

  /// The standard's own rules: there is no validator.
  @Override
  protected void judge(byte[] file) {
    var text = new String(file, ISO_8859_1).replace("\r\n", "\n");
    assertThat(text)
        .matches(
            Pattern.compile(
                """
                \\x01[a-z]{3}\\d{4} [1-6] [a-z]{3} \\d{4,5}  [a-z]{3}
                [^\n]{1,69}/
                \\x02[^\\x01-\\x09\\x0B-\\x1F]*
                \\x03\\d{6} GMT [A-Z][a-z]{2} \\d{2}
                \\x04"""));
    assertThat(text.replaceAll("[\u0001-\u0004]", "").lines())
        .allSatisfy(
            line -> {
              if (!line.strip().contains("://")) {
                assertThat(line).hasSizeLessThanOrEqualTo(Lines.LONGEST);
              }
            });
  }

  @Override
  protected boolean hasNotes() {
    return true;
  }

  @Override
  protected boolean saysLinks() {
    return false;
  }

  @Override
  protected Pattern killed() {
    return Pattern.compile("KILL\r\n");
  }

  @Override
  protected Pattern withheld() {
    return Pattern.compile("WITHHELD\r\n");
  }

  @Test
  void aCorrectionAndALeadAreSaidAboveTheHeadline() {
    assertThat(read(rendition().show(WHOLE)))
        .contains(
            """
            CORRECTION
            2ND LEAD
            First ferry in 40 days reaches Marrow Island =
            By Tove Lund and Per Aas

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void lettersThatLatinDoesNotHaveMakeTheWholeMessageUtf8() {
    assertThat(Letters.bytes("Привіт — é")).isEqualTo("Привіт — é".getBytes(UTF_8));
    assertThat(Letters.bytes(Letters.plain("“Café” – €5…")))
        .isEqualTo("\"Café\" - EUR5...".getBytes(ISO_8859_1));
  }
}
