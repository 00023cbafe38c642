package newsroom.publish.rendition.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.RenditionContract;

class PlainTextTests extends RenditionContract {

  @Override
  protected Rendition rendition() {
    return new PlainText();
  }

  @Override
  protected String read(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  /// Nothing but lines.
  @Override
  protected void judge(byte[] file) {
    assertThat(read(file)).doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\\x7F]").endsWith("\n");
  }

  @Override
  protected boolean hasNotes() {
    return false;
  }

  @Override
  protected boolean saysLinks() {
    return false;
  }

  @Override
  protected Pattern killed() {
    return Pattern.compile("^KILL");
  }

  @Override
  protected Pattern withheld() {
    return Pattern.compile("^WITHHELD");
  }
}
