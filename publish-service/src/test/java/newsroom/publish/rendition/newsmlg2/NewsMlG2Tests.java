package newsroom.publish.rendition.newsmlg2;

import static org.assertj.core.api.Assertions.assertThat;

import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.XmlRenditionContract;
import org.junit.jupiter.api.Test;

class NewsMlG2Tests extends XmlRenditionContract {

  @Override
  protected Rendition rendition() {
    return new NewsMlG2();
  }

  @Override
  protected void judge(byte[] file) {
    judgeBy("iptc-newsml-g2__specification-NewsML-G2_2.35-spec-All-Power.xsd", file);
  }

  @Override
  protected boolean hasNotes() {
    return true;
  }

  private static String attribute(byte[] file, String element, String attribute) {
    return document(file)
        .getElementsByTagNameNS("*", element)
        .item(0)
        .getAttributes()
        .getNamedItem(attribute)
        .getNodeValue();
  }

  @Test
  void aCorrectionIsSignalledAsOne() {
    var file = rendition().show(WHOLE);

    assertThat(attribute(file, "signal", "qcode")).isEqualTo("sig:correction");
    assertThat(attribute(file, "edNote", "role")).isEqualTo("nrnote:correction");
    assertThat(attribute(file, "newsItem", "version")).isEqualTo("3");
    assertThat(attribute(file, "pubStatus", "qcode")).isEqualTo("stat:usable");
  }

  @Test
  void aKillCancelsAllVersions() {
    var file = rendition().takeDown(removal(true));

    assertThat(attribute(file, "pubStatus", "qcode")).isEqualTo("stat:canceled");
    assertThat(document(file).getElementsByTagNameNS("*", "contentSet").getLength()).isZero();
  }
}
