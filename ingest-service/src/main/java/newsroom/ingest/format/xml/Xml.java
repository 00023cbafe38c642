package newsroom.ingest.format.xml;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Reads XML into a tree. A DOCTYPE may stand there and does nothing: no DTD is loaded, no entity
/// is fetched, and only plain words are put in for an entity that the DOCTYPE declares. HTML's
/// named characters are known without one.
@Component
public class Xml {

  private final FormatLimits limits;
  private final SAXParserFactory parsers = hardened();

  public Xml(FormatLimits limits) {
    this.limits = limits;
  }

  /// The root element of the document.
  ///
  /// @throws Unreadable when it is no well-formed XML, says where, or when it asks for more than
  ///     plain XML
  public Element read(String text) throws Unreadable {
    var tree = new TreeBuilder(limits.maxDepth());
    try {
      var parser = parsers.newSAXParser();
      // these count each &lt; as an entity; with no DOCTYPE left there is none that could grow
      parser.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
      parser.setProperty("jdk.xml.totalEntitySizeLimit", "0");
      parser.setProperty("jdk.xml.maxElementDepth", "0");
      parser.setProperty("jdk.xml.elementAttributeLimit", "1000");
      parser.parse(new InputSource(new StringReader(new PlainXml(text).rewritten())), tree);
      return tree.root();
    } catch (SAXParseException e) {
      throw new Unreadable(
          "the XML is broken near line "
              + e.getLineNumber()
              + ": "
              + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
              + cutOff(text),
          e);
    } catch (SAXException e) {
      throw new Unreadable(String.valueOf(e.getMessage()), e);
    } catch (IOException | ParserConfigurationException e) {
      throw new Unreadable("the XML cannot be parsed: " + e.getMessage(), e);
    }
  }

  private static String cutOff(String text) {
    return text.stripTrailing().endsWith(">") ? "" : "; the wire seems to be cut off";
  }

  private static SAXParserFactory hardened() {
    try {
      var factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(false); // an undeclared prefix must not cost the file
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the JDK's own parser has these features", e);
    }
  }
}
