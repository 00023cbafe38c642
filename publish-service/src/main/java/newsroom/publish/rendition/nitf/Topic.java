package newsroom.publish.rendition.nitf;

import newsroom.publish.rendition.Xml;
import newsroom.publish.story.Concept;
import org.jspecify.annotations.Nullable;

/// A subject as NITF has it: a register, a number in it, a name.
///
/// @param number an XML name token
record Topic(String register, String number, @Nullable String code, String name) {

  /// A number of its own where the wire has only a name.
  private static final String NONE = "00000000";

  static Topic of(Concept subject) {
    var code = subject.code();
    if (code == null || code.isBlank()) {
      return new Topic("none", NONE, null, subject.name());
    }
    var number = code.substring(code.lastIndexOf(':') + 1);
    var register = code.startsWith("subj:") || code.equals(number) ? "IPTC" : register(code);
    return number.matches("[A-Za-z0-9._-]+")
        ? new Topic(register, number, code, subject.name())
        : new Topic("none", NONE, code, subject.name());
  }

  private static String register(String code) {
    return code.substring(0, code.lastIndexOf(':'));
  }

  void write(Xml xml) {
    xml.open("tobject.subject");
    xml.attribute("tobject.subject.ipr", register);
    xml.attribute("tobject.subject.refnum", number);
    xml.attribute("tobject.subject.code", code);
    xml.attribute("tobject.subject.type", name.isBlank() ? null : name.strip());
    xml.close();
  }
}
