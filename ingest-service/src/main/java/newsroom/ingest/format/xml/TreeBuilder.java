package newsroom.ingest.format.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Builds the tree: elements by local name with their namespace, attributes by the names in the
/// document.
final class TreeBuilder extends DefaultHandler {

  /// What these prefixes mean where a document forgot to declare them.
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("", ""),
          Map.entry("xml", "http://www.w3.org/XML/1998/namespace"),
          Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
          Map.entry("media", "http://search.yahoo.com/mrss/"),
          Map.entry("atom", "http://www.w3.org/2005/Atom"),
          Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("xhtml", "http://www.w3.org/1999/xhtml"),
          Map.entry("a10", "http://www.w3.org/2005/Atom"),
          Map.entry("wp", "http://wordpress.org/export/1.2/"),
          Map.entry("excerpt", "http://wordpress.org/export/1.2/excerpt/"),
          Map.entry("at", "http://purl.org/atompub/tombstones/1.0"),
          Map.entry("app", "http://www.w3.org/2007/app"));

  private final Deque<Map<String, String>> namespaces = new ArrayDeque<>();
  private final Map<String, Map<String, Tag>> tags = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final int maxDepth;
  private @Nullable Element root;
  private @Nullable Element current;

  TreeBuilder(int maxDepth) {
    this.maxDepth = maxDepth;
    namespaces.push(USUAL);
  }

  Element root() throws SAXException {
    if (root == null) {
      throw new SAXException("the XML has no root element");
    }
    return root;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    if (namespaces.size() > maxDepth) {
      throw new SAXException("the XML nests deeper than " + maxDepth + " elements");
    }
    endText();
    namespaces.push(declared(attributes));
    var colon = name.indexOf(':');
    var namespace = namespaces.element().getOrDefault(name.substring(0, Math.max(0, colon)), "");
    var element = new Element(tag(name.substring(colon + 1), namespace), null);
    for (var i = 0; i < attributes.getLength(); i++) {
      element.attributes().put(attributes.getQName(i), attributes.getValue(i));
    }
    if (current == null) {
      root = element;
    } else {
      current.appendChild(element);
    }
    current = element;
  }

  /// One for all elements of a name.
  private Tag tag(String local, String namespace) {
    return tags.computeIfAbsent(namespace, _ -> new HashMap<>())
        .computeIfAbsent(local, _ -> new Tag(local, namespace));
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    endText();
    namespaces.pop();
    current = current == null ? null : current.parent();
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    text.append(characters, start, length);
  }

  private void endText() {
    if (!text.isEmpty() && current != null) {
      current.appendChild(new TextNode(text.toString()));
    }
    text.setLength(0);
  }

  private Map<String, String> declared(Attributes attributes) {
    var outer = namespaces.element();
    Map<String, String> inner = null;
    for (var i = 0; i < attributes.getLength(); i++) {
      var name = attributes.getQName(i);
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        inner = inner == null ? new HashMap<>(outer) : inner;
        inner.put(name.substring(Math.min(name.length(), 6)), attributes.getValue(i).strip());
      }
    }
    return inner == null ? outer : inner;
  }
}
