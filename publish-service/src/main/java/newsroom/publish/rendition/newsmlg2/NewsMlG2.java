package newsroom.publish.rendition.newsmlg2;

import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes NewsML-G2 2.35. Notes for editors go where the standard has them, in `edNote`; whoever
/// must not have them takes them out of the story first.
@Component
public class NewsMlG2 implements Rendition {

  private static final String NAR = "http://iptc.org/std/nar/2006-10-01/";
  private static final String CATALOG =
      "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";

  @Override
  public String name() {
    return "newsml-g2";
  }

  @Override
  public String extension() {
    return "g2.xml";
  }

  @Override
  public byte[] show(Edition edition) {
    var story = edition.story();
    var codes = Codes.of(story);
    var xml = new Xml();
    open(xml, story.uri(), edition.version());
    xml.attribute("xml:lang", Codes.language(story.headlines().language()));
    catalogs(xml, codes);
    rights(xml, story.rights(), codes);
    new Management(xml, edition.masthead()).show(edition);
    new Content(xml, codes).write(edition);
    xml.open("contentSet");
    new Xhtml(xml).write(edition);
    xml.close();
    xml.close();
    return xml.bytes();
  }

  @Override
  public byte[] takeDown(Removal removal) {
    var xml = new Xml();
    open(xml, removal.uri(), removal.version());
    catalogs(xml, Codes.NONE);
    new Management(xml, removal.masthead()).takeDown(removal);
    xml.close();
    return xml.bytes();
  }

  private static void open(Xml xml, String guid, long version) {
    xml.open("newsItem");
    xml.namespace(NAR);
    xml.attribute("standard", "NewsML-G2");
    xml.attribute("standardversion", "2.35");
    xml.attribute("conformance", "power");
    xml.attribute("guid", guid);
    xml.attribute("version", version);
  }

  /// The schemes of IPTC by reference, those of agencies and our own by declaration.
  private static void catalogs(Xml xml, Codes codes) {
    xml.empty("catalogRef", "href", CATALOG);
    xml.open("catalog");
    xml.empty("scheme", "alias", "nrnote", "uri", "urn:newsroom:scheme:note:");
    for (var alias : codes.aliases()) {
      xml.empty("scheme", "alias", alias, "uri", "urn:newsroom:scheme:" + alias + ":");
    }
    xml.close();
  }

  private static void rights(Xml xml, Story.Rights rights, Codes codes) {
    var holder = rights.copyrightHolder();
    boolean nothing =
        blank(holder) && blank(rights.copyrightNotice()) && blank(rights.usageTerms());
    if (nothing) {
      return;
    }
    xml.open("rightsInfo");
    if (holder != null && !holder.isBlank()) {
      xml.open("copyrightHolder", "literal", Inline.oneLine(holder));
      xml.text("name", Inline.oneLine(holder));
      xml.close();
    }
    codes.some(xml, "copyrightNotice", rights.copyrightNotice());
    codes.some(xml, "usageTerms", rights.usageTerms());
    xml.close();
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
