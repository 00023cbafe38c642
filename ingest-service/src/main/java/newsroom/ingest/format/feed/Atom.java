package newsroom.ingest.format.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Guids;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads Atom 1.0 and 0.3: a feed, or an entry alone.
@Component
public class Atom implements Format {

  private final Feed feed;

  Atom(Feed feed) {
    this.feed = feed;
  }

  @Override
  public String name() {
    return "atom";
  }

  @Override
  public boolean recognises(Opening opening) {
    var namespace = opening.namespace();
    return ("feed".equals(opening.root()) || "entry".equals(opening.root()))
        && (namespace.isEmpty()
            || namespace.matches("(?i)https?://(www\\.w3\\.org/2005/atom|purl\\.org/atom/.*).*"));
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    return feed.read(wire, name(), Atom::entries, entry -> read(entry, wire.received()));
  }

  private static List<Element> entries(Element root) {
    return Tree.name(root).equals("entry") ? List.of(root) : Tree.children(root, "entry");
  }

  private static FeedCopy read(Element element, Instant received) {
    var entry = new Entry(element);
    var around = new Entry(Objects.requireNonNullElse(element.parent(), element));
    var pictures = new Pictures();
    var lead = new Media(element, pictures).read();
    var content =
        entry.own("content").stream().filter(full -> !full.hasAttr("src")).findFirst().orElse(null);
    var summary = entry.own("summary").stream().findFirst().orElse(null);
    var brief = content == null || !content.hasText();
    var text = brief ? summary : content;
    var body = text == null ? List.<Block>of() : entry.blocks(text, pictures);
    var headlines =
        headlines(entry, around, brief || summary == null ? null : Entry.text(List.of(summary)));
    return new FeedCopy(
        guid(entry),
        times(entry, received),
        headlines,
        new Assembled.Content(headlines, pictures.all(), lead, body),
        categories(entry),
        new FeedCopy.Owner(
            Entry.text(around.own("title")),
            Plain.first(
                Entry.text(entry.own("rights")),
                Entry.text(around.own("rights")),
                Entry.text(around.own("copyright")))));
  }

  private static FeedCopy.Times times(Entry entry, Instant received) {
    var published = Entry.date(entry.own("published"));
    var issued = published == null ? Entry.date(entry.own("issued")) : published;
    var updated = Entry.date(entry.own("updated"));
    return new FeedCopy.Times(
        issued == null ? Entry.date(entry.own("created")) : issued,
        updated == null ? Entry.date(entry.own("modified")) : updated,
        received);
  }

  /// The id, else the link to the page, else what the entry says.
  private static String guid(Entry entry) {
    var id = Plain.first(Entry.text(entry.own("id")), link(entry));
    return id == null
        ? Guids.of(Entry.text(entry.own("title")), Entry.text(entry.own("summary")))
        : id;
  }

  private static @Nullable String link(Entry entry) {
    return entry.own("link").stream()
        .filter(link -> link.attr("rel").isEmpty() || link.attr("rel").equals("alternate"))
        .map(link -> Addresses.web(link.attr("href"), entry.base(link)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Copy.Headlines headlines(Entry entry, Entry around, @Nullable String summary) {
    var names = authors(entry).isEmpty() ? authors(around) : authors(entry);
    var language = Plain.first(entry.language(), Entry.text(around.dublinCore("language")));
    return new Copy.Headlines(
        Objects.requireNonNullElse(Entry.text(entry.own("title")), ""),
        summary,
        null,
        names.isEmpty() ? null : String.join(", ", names),
        null,
        null,
        language);
  }

  private static List<String> authors(Entry entry) {
    return entry.own("author").stream()
        .map(author -> Tree.text(author, "name"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Concept> categories(Entry entry) {
    return entry.own("category").stream()
        .map(category -> concept(category))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static @Nullable Concept concept(Element category) {
    var name = Plain.first(category.attr("label"), category.attr("term"), category.text());
    return name == null ? null : new Concept(null, name, Tree.attribute(category, "scheme"));
  }
}
