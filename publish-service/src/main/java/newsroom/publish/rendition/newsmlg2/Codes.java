package newsroom.publish.rendition.newsmlg2;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// Codes as attributes: a QCode where its scheme can be named, else an address, else a literal.
///
/// @param aliases schemes of the story that IPTC's catalogue does not have
record Codes(Set<String> aliases) {

  static final Codes NONE = new Codes(Set.of());

  private static final Pattern QCODE =
      Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,40}):([^\\s\"<>]{1,200})");
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
  private static final Pattern SUBJECT_CODE = Pattern.compile("\\d{8}");

  /// Of the catalogue that an item refers to.
  private static final Set<String> IPTC =
      Set.of(
          "medtop",
          "subj",
          "genre",
          "iso3166-1a2",
          "iso3166-1a3",
          "ninat",
          "stat",
          "sig",
          "cpnat",
          "drol",
          "irel",
          "rnd",
          "scene",
          "mediatopic",
          "prodid");

  /// Addresses are no codes of a scheme.
  private static final Set<String> ADDRESSES =
      Set.of("http", "https", "urn", "tag", "mailto", "javascript", "data", "ftp", "file");

  static Codes of(Story story) {
    var subjects = story.subjects();
    var aliases = new TreeSet<String>();
    Stream.of(
            Stream.ofNullable(subjects.located()),
            subjects.subjects().stream(),
            subjects.places().stream(),
            subjects.people().stream(),
            subjects.organisations().stream())
        .flatMap(concepts -> concepts)
        .map(concept -> qcode(concept.code()))
        .filter(Objects::nonNull)
        .map(code -> code.substring(0, code.indexOf(':')))
        .filter(alias -> !IPTC.contains(alias))
        .forEach(aliases::add);
    return new Codes(aliases);
  }

  /// An element for a concept, with its name inside.
  void concept(Xml xml, String element, Concept concept, @Nullable String type) {
    xml.open(element);
    xml.attribute("type", type);
    var code = concept.code();
    var qcode = qcode(code);
    if (qcode != null) {
      xml.attribute("qcode", qcode);
    } else if (code != null && (code.startsWith("urn:") || WebAddress.of(code) != null)) {
      xml.attribute("uri", code.replaceAll("[\\s\"<>]", ""));
    } else {
      xml.attribute(
          "literal",
          code == null || code.isBlank() ? Inline.oneLine(concept.name()) : Inline.oneLine(code));
    }
    if (!concept.name().isBlank()) {
      xml.text("name", Inline.oneLine(concept.name()));
    }
    xml.close();
  }

  /// An element with text; none where there is none.
  void some(Xml xml, String element, @Nullable String text, String... attributes) {
    if (text != null && !text.isBlank()) {
      xml.text(element, Inline.oneLine(text), attributes);
    }
  }

  /// The language as XML has it; null for what is none.
  static @Nullable String language(String tag) {
    return LANGUAGE.matcher(tag).matches() ? tag : null;
  }

  private static @Nullable String qcode(@Nullable String code) {
    if (code == null) {
      return null;
    }
    if (SUBJECT_CODE.matcher(code).matches()) {
      return "subj:" + code;
    }
    var parts = QCODE.matcher(code);
    return parts.matches() && !ADDRESSES.contains(parts.group(1)) ? code : null;
  }
}
