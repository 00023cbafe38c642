package newsroom.publish.rendition.atom;

import java.time.Instant;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Still;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// Writes entries.
record Entry(Xml xml, Html html) {

  void show(Page page) {
    var story = page.story();
    xml.open("entry");
    xml.attribute("xml:lang", language(story.headlines().language()));
    xml.text("id", story.uri());
    xml.text("title", story.headlines().headline().strip());
    xml.text("published", page.posted().toString());
    xml.text("updated", updated(page).toString());
    xml.empty(
        "link", "rel", "alternate", "href", page.address().toASCIIString(), "type", "text/html");
    author(story.headlines().byline());
    category(page.section().path(), page.section().name(), null);
    story.subjects().subjects().forEach(this::category);
    some("summary", story.headlines().summary());
    picture(Still.lead(story));
    xml.text("content", html.body(page), "type", "html");
    some("rights", story.rights().copyrightNotice());
    source(story);
    xml.close();
  }

  void deleted(Removal removal) {
    xml.open("at:deleted-entry", "ref", removal.uri(), "when", removal.created().toString());
    xml.text("at:comment", removal.killed() ? "killed" : "withheld");
    xml.close();
  }

  /// When this version was made or first shown, whichever came later: a correction without a change
  /// of this date is seen by nobody.
  static Instant updated(Page page) {
    var shown = page.updated() == null ? page.posted() : page.updated();
    var made = page.story().mark().created();
    return made.isAfter(shown) ? made : shown;
  }

  private void author(@Nullable String byline) {
    if (byline != null && !byline.isBlank()) {
      xml.open("author");
      xml.text("name", byline.strip());
      xml.close();
    }
  }

  private void category(Concept subject) {
    var name = subject.name().strip();
    var code = subject.code();
    if (!name.isEmpty()) {
      category(code == null || code.isBlank() ? name : code.strip(), name, subject.scheme());
    }
  }

  private void category(String term, String label, @Nullable String scheme) {
    xml.open("category", "term", term, "label", label);
    // the scheme is an address; a wire's own word for one becomes one
    if (scheme != null && scheme.matches("[\\w.-]{1,40}")) {
      xml.attribute("scheme", "urn:newsroom:scheme:" + scheme);
    }
    xml.close();
  }

  private void picture(@Nullable Still still) {
    if (still != null) {
      xml.open("link", "rel", "enclosure", "href", still.href());
      xml.attribute("type", still.mimeType() == null ? "image/*" : still.mimeType());
      xml.attribute("title", still.caption());
      xml.close();
    }
  }

  /// Whose story it is, as readers that gather feeds show it.
  private void source(Story story) {
    var credit = story.rights().creditline();
    if (credit != null && !credit.isBlank()) {
      xml.open("source");
      xml.text("id", "urn:newsroom:agency:" + story.origin().agency().replaceAll("[^\\w.-]", "-"));
      xml.text("title", credit.strip());
      xml.text("updated", story.mark().created().toString());
      xml.close();
    }
  }

  private void some(String element, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      xml.text(element, text.strip());
    }
  }

  private static @Nullable String language(String tag) {
    return tag.matches("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*") ? tag : null;
  }
}
