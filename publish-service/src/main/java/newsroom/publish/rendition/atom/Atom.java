package newsroom.publish.rendition.atom;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.html.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes Atom: a feed of many stories, or a file of one.
@Component
public class Atom implements Rendition {

  private final Html html;

  public Atom(Html html) {
    this.html = html;
  }

  /// What a feed is of.
  ///
  /// @param id never changes
  /// @param self where the feed itself lies; null for a file that lies nowhere
  /// @param hub tells those who subscribed there; null where there is none
  public record Source(
      String id, String title, String home, @Nullable String self, @Nullable String hub) {}

  @Override
  public String name() {
    return "atom";
  }

  @Override
  public String extension() {
    return "atom.xml";
  }

  @Override
  public byte[] show(Edition edition) {
    var masthead = edition.masthead();
    return feed(source(masthead), List.of(edition.page()), List.of(), masthead);
  }

  @Override
  public byte[] takeDown(Removal removal) {
    var masthead = removal.masthead();
    return feed(source(masthead), List.of(), List.of(removal), masthead);
  }

  /// A feed.
  ///
  /// @param pages what is there, newest first
  /// @param removals what was taken down
  public byte[] feed(Source source, List<Page> pages, List<Removal> removals, Masthead masthead) {
    var xml = new Xml();
    xml.open("feed");
    xml.namespace("http://www.w3.org/2005/Atom");
    xml.namespace("at", "http://purl.org/atompub/tombstones/1.0");
    xml.attribute("xml:lang", masthead.language());
    xml.text("id", source.id());
    xml.text("title", source.title());
    xml.text("updated", updated(pages, removals).toString());
    if (source.self() != null) {
      xml.empty("link", "rel", "self", "href", source.self(), "type", "application/atom+xml");
    }
    if (source.hub() != null) {
      xml.empty("link", "rel", "hub", "href", source.hub());
    }
    xml.empty("link", "rel", "alternate", "href", source.home(), "type", "text/html");
    xml.open("author");
    xml.text("name", masthead.name());
    xml.close();
    var entry = new Entry(xml, html);
    pages.forEach(entry::show);
    removals.forEach(entry::deleted);
    xml.close();
    return xml.bytes();
  }

  private static Source source(Masthead masthead) {
    var home = masthead.address().toASCIIString();
    return new Source(home, masthead.name(), home, null, null);
  }

  private static Instant updated(List<Page> pages, List<Removal> removals) {
    return Stream.concat(
            pages.stream().map(Entry::updated), removals.stream().map(Removal::created))
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
