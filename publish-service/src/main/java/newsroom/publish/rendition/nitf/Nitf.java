package newsroom.publish.rendition.nitf;

import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import org.springframework.stereotype.Component;

/// Writes NITF 3.6. Notes for editors go where the standard has them, in `ed-msg`; whoever must not
/// have them takes them out of the story first.
@Component
public class Nitf implements Rendition {

  @Override
  public String name() {
    return "nitf";
  }

  @Override
  public String extension() {
    return "nitf.xml";
  }

  @Override
  public byte[] show(Edition edition) {
    var xml = open();
    new Head(xml).show(edition);
    new Text(xml).write(edition);
    xml.close();
    return xml.bytes();
  }

  @Override
  public byte[] takeDown(Removal removal) {
    var xml = open();
    new Head(xml).takeDown(removal);
    xml.empty("body");
    xml.close();
    return xml.bytes();
  }

  private static Xml open() {
    var xml = new Xml();
    xml.open("nitf");
    xml.namespace("http://iptc.org/std/NITF/2006-10-18/");
    xml.attribute("version", "-//IPTC//DTD NITF 3.6//EN");
    return xml;
  }
}
