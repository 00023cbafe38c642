package newsroom.publish.rendition.nitf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// Writes `head`: what the document says about itself.
final class Head {

  private static final DateTimeFormatter NORM =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Xml xml;

  Head(Xml xml) {
    this.xml = xml;
  }

  void show(Edition edition) {
    var story = edition.story();
    var life = story.lifecycle();
    xml.open("head");
    xml.text("title", story.headlines().headline().strip());
    meta("slugline", story.headlines().slugline());
    meta("address", edition.page().address().toASCIIString());
    object(story);
    xml.open("docdata");
    xml.attribute("management-status", life.status().name().toLowerCase(Locale.ROOT));
    xml.empty("doc-id", "regsrc", edition.masthead().site(), "id-string", story.uri());
    attribute("urgency", "ed-urg", urgency(life.urgency()));
    date("date.issue", story.mark().created());
    date("date.release", life.embargoedUntil());
    date("date.expire", life.expires());
    attribute("ed-msg", "info", life.edNote());
    key(story.headlines().slugline(), edition.version());
    correction(story);
    rights(story);
    keywords(story.subjects().keywords());
    identified(story.subjects());
    xml.close();
    xml.close();
  }

  void takeDown(Removal removal) {
    xml.open("head");
    meta("address", removal.address().toASCIIString());
    xml.open("docdata");
    xml.attribute("management-status", removal.status());
    xml.empty("doc-id", "regsrc", removal.masthead().site(), "id-string", removal.uri());
    date("date.issue", removal.created());
    key(null, removal.version());
    xml.close();
    xml.close();
  }

  private void meta(String name, @Nullable String content) {
    if (content != null && !content.isBlank()) {
      xml.empty("meta", "name", name, "content", content.strip());
    }
  }

  private void object(Story story) {
    xml.open("tobject", "tobject.type", "news");
    var genre = story.headlines().genre();
    if (genre != null && !genre.isBlank()) {
      xml.empty("tobject.property", "tobject.property.type", genre.strip());
    }
    for (var subject : story.subjects().subjects()) {
      Topic.of(subject).write(xml);
    }
    xml.close();
  }

  /// NITF counts urgency to 8.
  private static @Nullable String urgency(@Nullable Integer urgency) {
    return urgency == null ? null : String.valueOf(Math.clamp(urgency, 1, 8));
  }

  /// The desk's name of the story and the number of the version.
  private void key(@Nullable String slugline, long version) {
    xml.open("du-key", "version", String.valueOf(version));
    xml.attribute("key", slugline == null || slugline.isBlank() ? null : slugline.strip());
    xml.close();
  }

  private void correction(Story story) {
    if (story.lifecycle().change() == Story.Change.CORRECTION) {
      xml.open("correction");
      xml.attribute("info", story.lifecycle().correctionNote());
      xml.attribute("id-string", story.uri());
      xml.close();
    }
  }

  private void rights(Story story) {
    var rights = story.rights();
    attribute("doc.copyright", "holder", rights.copyrightHolder());
    attribute("doc.rights", "limitations", rights.usageTerms());
  }

  private void keywords(List<String> keywords) {
    if (!keywords.isEmpty()) {
      xml.open("key-list");
      keywords.forEach(keyword -> attribute("keyword", "key", keyword));
      xml.close();
    }
  }

  private void identified(Story.Subjects subjects) {
    xml.open("identified-content");
    subjects.people().forEach(it -> concept("person", "value", "idsrc", it));
    subjects.organisations().forEach(it -> concept("org", "value", "idsrc", it));
    subjects.places().forEach(it -> concept("location", "location-code", "code-source", it));
    xml.close();
  }

  private void concept(String element, String code, String scheme, Concept concept) {
    xml.open(element);
    xml.attribute(code, concept.code());
    xml.attribute(scheme, concept.scheme());
    xml.characters(concept.name().strip());
    xml.close();
  }

  private void attribute(String element, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      xml.empty(element, name, value.strip());
    }
  }

  private void date(String element, @Nullable Instant at) {
    attribute(element, "norm", at == null ? null : NORM.format(at));
  }
}
