package newsroom.publish.rendition.nitf;

import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.edition.XmlRenditionContract;

class NitfTests extends XmlRenditionContract {

  @Override
  protected Rendition rendition() {
    return new Nitf();
  }

  @Override
  protected void judge(byte[] file) {
    judgeBy("iptc-newsml-g2__nitf-3-6.xsd", file);
  }

  @Override
  protected boolean hasNotes() {
    return true;
  }
}
