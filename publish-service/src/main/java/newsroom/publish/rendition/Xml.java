package newsroom.publish.rendition;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes an XML document in UTF-8. What XML forbids is left out, whatever it is in. Namespaces and
/// attributes follow the element that is open.
public final class Xml {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
  private final XMLStreamWriter writer;

  public Xml() {
    try {
      writer = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Opens an element with these attributes, name and value in turn.
  public void open(String element, String... attributes) {
    write(() -> writer.writeStartElement(element));
    attributes(attributes);
  }

  /// An element with nothing inside.
  public void empty(String element, String... attributes) {
    write(() -> writer.writeEmptyElement(element));
    attributes(attributes);
  }

  /// Declares a prefix on the open element.
  public void namespace(String prefix, String name) {
    write(() -> writer.writeNamespace(prefix, name));
  }

  /// Declares what names without a prefix mean.
  public void namespace(String name) {
    write(() -> writer.writeDefaultNamespace(name));
  }

  /// Adds an attribute to the open element, or none for null.
  public void attribute(String name, @Nullable Object value) {
    if (value != null) {
      write(() -> writer.writeAttribute(name, Legible.text(value.toString())));
    }
  }

  /// An element with text inside.
  public void text(String element, String text, String... attributes) {
    open(element, attributes);
    write(() -> writer.writeCharacters(Legible.text(text)));
    close();
  }

  /// Text inside the open element, beside others.
  public void characters(String text) {
    write(() -> writer.writeCharacters(Legible.text(text)));
  }

  public void close() {
    write(writer::writeEndElement);
  }

  /// The document as it stands.
  public byte[] bytes() {
    write(writer::flush);
    return bytes.toByteArray();
  }

  private void attributes(String... attributes) {
    for (int index = 0; index < attributes.length; index += 2) {
      attribute(attributes[index], attributes[index + 1]);
    }
  }

  private static void write(Step step) {
    try {
      step.write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Step {
    void write() throws XMLStreamException;
  }
}
