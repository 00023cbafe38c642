package newsroom.publish.rendition.newsmlg2;

import java.util.List;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;

/// Writes `contentMeta`: what stands above the text and what it is about.
final class Content {

  private final Xml xml;
  private final Codes codes;

  Content(Xml xml, Codes codes) {
    this.xml = xml;
    this.codes = codes;
  }

  void write(Edition edition) {
    var story = edition.story();
    xml.open("contentMeta");
    administrative(story);
    lines(story.headlines());
    codes.some(xml, "creditline", story.rights().creditline());
    var subjects = story.subjects();
    concepts(subjects.subjects(), "cpnat:abstract");
    concepts(subjects.places(), "cpnat:geoArea");
    concepts(subjects.people(), "cpnat:person");
    concepts(subjects.organisations(), "cpnat:organisation");
    subjects.keywords().forEach(keyword -> codes.some(xml, "keyword", keyword));
    xml.close();
  }

  private void administrative(Story story) {
    var urgency = story.lifecycle().urgency();
    if (urgency != null) {
      xml.text("urgency", String.valueOf(Math.clamp(urgency, 1, 9)));
    }
    xml.text("contentModified", story.mark().created().toString());
    var located = story.subjects().located();
    if (located != null) {
      located(located);
    }
    codes.concept(xml, "infoSource", new Concept(null, story.origin().agency(), null), null);
  }

  /// The code of a place that a dateline named is its country's.
  private void located(Concept located) {
    var country = located.code();
    if (country == null || !"in-country".equals(located.scheme())) {
      codes.concept(xml, "located", located, null);
      return;
    }
    xml.open("located", "literal", Inline.oneLine(located.name()), "type", "cpnat:geoArea");
    xml.text("name", Inline.oneLine(located.name()));
    xml.empty("broader", "qcode", country);
    xml.close();
  }

  private void lines(Story.Headlines lines) {
    var language = Codes.language(lines.language());
    if (language != null) {
      xml.empty("language", "tag", language);
    }
    var genre = lines.genre();
    if (genre != null && !genre.isBlank()) {
      codes.concept(xml, "genre", new Concept(null, Inline.oneLine(genre), null), null);
    }
    codes.some(xml, "slugline", lines.slugline());
    codes.some(xml, "headline", lines.headline());
    codes.some(xml, "dateline", lines.dateline());
    codes.some(xml, "by", lines.byline());
    codes.some(xml, "description", lines.summary(), "role", "drol:summary");
  }

  private void concepts(List<Concept> concepts, String type) {
    for (var concept : concepts) {
      boolean named = !concept.name().isBlank();
      var code = concept.code();
      if (named || (code != null && !code.isBlank())) {
        codes.concept(xml, "subject", concept, type);
      }
    }
  }
}
