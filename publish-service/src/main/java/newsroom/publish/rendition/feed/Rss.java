package newsroom.publish.rendition.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Still;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// A feed as RSS 2.0. Written element by element: ROME's writer refuses a whole feed for one
/// illegal character and does not know `atom:link`.
final class Rss {

  // RFC 822 as feed readers take it: English names and a numeric zone
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

  private final Feeds.Source source;
  private final Masthead masthead;
  private final Html html;

  Rss(Feeds.Source source, Masthead masthead, Html html) {
    this.source = source;
    this.masthead = masthead;
    this.html = html;
  }

  byte[] bytes(List<Page> pages) {
    var xml = new Xml();
    xml.open("rss", "version", "2.0");
    xml.namespace("content", "http://purl.org/rss/1.0/modules/content/");
    xml.namespace("dc", "http://purl.org/dc/elements/1.1/");
    xml.namespace("media", "http://search.yahoo.com/mrss/");
    xml.namespace("atom", "http://www.w3.org/2005/Atom");
    xml.open("channel");
    channel(xml, pages);
    pages.forEach(page -> item(xml, page));
    xml.close();
    xml.close();
    return xml.bytes();
  }

  private void channel(Xml xml, List<Page> pages) {
    xml.text("title", source.title());
    xml.text("link", source.home());
    String about = masthead.tagline().isBlank() ? source.title() : masthead.tagline();
    xml.text("description", about);
    xml.text("language", masthead.language());
    pages.stream()
        .map(page -> page.updated() == null ? page.posted() : page.updated())
        .max(Instant::compareTo)
        .ifPresent(newest -> xml.text("lastBuildDate", date(newest)));
    String self = masthead.address() + source.folder() + "feed.xml";
    xml.empty("atom:link", "href", self, "rel", "self", "type", "application/rss+xml");
    if (source.hub() != null) {
      xml.empty("atom:link", "href", source.hub(), "rel", "hub");
    }
  }

  private void item(Xml xml, Page page) {
    Story story = page.story();
    xml.open("item");
    xml.text("title", story.headlines().headline());
    xml.text("link", page.address().toString());
    xml.text("guid", story.uri(), "isPermaLink", "false");
    xml.text("pubDate", date(page.posted()));
    some(xml, "dc:creator", story.headlines().byline());
    xml.text("category", page.section().name());
    for (Concept subject : story.subjects().subjects()) {
      if (subject.scheme() == null) {
        some(xml, "category", subject.name());
      } else if (!subject.name().isBlank()) {
        xml.text("category", subject.name(), "domain", subject.scheme());
      }
    }
    some(xml, "description", story.headlines().summary());
    xml.text("content:encoded", html.body(page));
    picture(xml, Still.lead(story));
    xml.close();
  }

  private static void picture(Xml xml, @Nullable Still still) {
    if (still == null) {
      return;
    }
    xml.open("media:content", "url", still.href(), "medium", "image");
    xml.attribute("type", still.mimeType());
    xml.attribute("width", still.width());
    xml.attribute("height", still.height());
    some(xml, "media:description", still.caption());
    if (still.credit() != null) {
      xml.text("media:credit", still.credit(), "role", "photographer");
    }
    xml.close();
  }

  private static void some(Xml xml, String element, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      xml.text(element, text.strip());
    }
  }

  private String date(Instant instant) {
    ZoneId zone = masthead.zone();
    return DATE.format(instant.atZone(zone));
  }
}
