package newsroom.publish.rendition.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/// What forms that are XML keep besides. Schemas are asked for in the folder `schema` below the
/// property `newsroom.samples`; nothing is fetched.
public abstract class XmlRenditionContract extends RenditionContract {

  private static final Map<Path, Schema> SCHEMAS = new ConcurrentHashMap<>();

  @Override
  protected String read(byte[] file) {
    var text = new StringBuilder();
    read(document(file).getDocumentElement(), text);
    return text.toString();
  }

  protected static Document document(byte[] file) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError("not well made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Node node, StringBuilder text) {
    if (node.getNodeType() == Node.TEXT_NODE) {
      text.append(node.getNodeValue());
    }
    var attributes = node.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      text.append(' ').append(attributes.item(i).getNodeValue()).append(' ');
    }
    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      read(child, text);
    }
  }

  @Test
  void nothingOfAWireBecomesAnElementThatRuns() {
    var document = document(rendition().show(new Edition(Hostile.page(), WHOLE.masthead())));
    for (var name : new String[] {"script", "iframe", "object"}) {
      assertThat(document.getElementsByTagNameNS("*", name).getLength()).isZero();
    }
    assertThat(read(document.getDocumentElement().getOwnerDocument()))
        .doesNotContain(" javascript:alert");
  }

  private static String read(Document document) {
    var hrefs = new StringBuilder();
    var all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      for (var name : new String[] {"href", "src", "source"}) {
        var value = all.item(i).getAttributes().getNamedItem(name);
        hrefs.append(value == null ? "" : " " + value.getNodeValue());
      }
    }
    return hrefs.toString();
  }

  /// Validates by the schema that a standard's own publisher wrote.
  protected static void judgeBy(String schema, byte[] file) {
    var samples = System.getProperty("newsroom.samples", "../../shared/samples");
    var folder = Path.of(samples, "schema");
    assumeTrue(
        Files.isRegularFile(folder.resolve(schema)),
        "no schema " + schema + " here: set -Dnewsroom.samples");
    try {
      SCHEMAS
          .computeIfAbsent(folder.resolve(schema), XmlRenditionContract::schema)
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(file)));
    } catch (SAXException e) {
      throw new AssertionError(
          e.getMessage() + "\n" + new String(file, java.nio.charset.StandardCharsets.UTF_8), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(Path file) {
    try {
      var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      var inputs =
          (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
      factory.setResourceResolver(
          (_, _, _, system, _) -> beside(file, system, inputs.createLSInput()));
      return factory.newSchema(file.toFile());
    } catch (SAXException | ReflectiveOperationException e) {
      throw new AssertionError("the schema itself cannot be read", e);
    }
  }

  /// Schemas refer to each other by names that they lie under with a prefix.
  private static LSInput beside(Path file, String system, LSInput input) {
    var name = system.substring(system.lastIndexOf('/') + 1);
    try (var all = Files.list(file.getParent())) {
      var found =
          all.filter(other -> other.getFileName().toString().endsWith("__" + name))
              .filter(other -> other.getFileName().toString().startsWith("iptc-newsml-g2"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no schema " + name));
      input.setSystemId(found.toUri().toString());
      input.setByteStream(Files.newInputStream(found));
      return input;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
