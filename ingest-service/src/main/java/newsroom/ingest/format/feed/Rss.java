package newsroom.ingest.format.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/// Reads RSS 0.9, 0.91, 0.92, 1.0 and 2.0.
@Component
public class Rss implements Format {

  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Pattern RDF =
      Pattern.compile(
          "purl\\.org/rss/1\\.0/|my\\.netscape\\.com/(?:rdf|publish)|channel\\.netscape\\.com/rdf|purl\\.org/net/rss1\\.1");
  private static final Pattern MAILBOX = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");

  private final Feed feed;

  Rss(Feed feed) {
    this.feed = feed;
  }

  @Override
  public String name() {
    return "rss";
  }

  @Override
  public boolean recognises(Opening opening) {
    var root = String.valueOf(opening.root());
    return root.equalsIgnoreCase("rss")
        || (root.equalsIgnoreCase("rdf") && RDF.matcher(opening.text()).find());
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    return feed.read(
        wire, name(), root -> Tree.all(root, "item"), item -> read(item, wire.received()));
  }

  private FeedCopy read(Element item, Instant received) {
    var entry = new Entry(item);
    var channel = channel(item);
    var pictures = new Pictures();
    var lead = new Media(item, pictures).read();
    var full = full(entry);
    var described = entry.own("description");
    var body = blocks(entry, full.isEmpty() ? described : full, pictures);
    var summary = full.isEmpty() || described.isEmpty() ? null : Entry.text(described);
    return new FeedCopy(
        guid(entry),
        new FeedCopy.Times(published(entry), updated(entry), received),
        headlines(entry, channel, summary),
        new Assembled.Content(headlines(entry, channel, summary), pictures.all(), lead, body),
        categories(entry),
        new FeedCopy.Owner(
            Entry.text(channel.own("title")),
            Plain.first(
                Entry.text(entry.dublinCore("rights")), Entry.text(channel.own("copyright")))));
  }

  /// The whole text: content:encoded, or what feeds had before there was one.
  private static List<Element> full(Entry entry) {
    return Stream.of(
            entry.of(CONTENT, "encoded"),
            entry.of(XHTML, "body"),
            entry.own("fullitem"),
            entry.own("body"))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Entry channel(Element item) {
    var root = Entry.top(item);
    var channel = Tree.child(root, "channel");
    return new Entry(channel == null ? root : channel);
  }

  private static List<Block> blocks(Entry entry, List<Element> contents, Pictures pictures) {
    return contents.isEmpty() ? List.of() : entry.blocks(contents.getFirst(), pictures);
  }

  /// The guid, else the link, else what the entry says.
  private static String guid(Entry entry) {
    var guid = Plain.first(Entry.text(entry.own("guid")), link(entry));
    return guid == null
        ? Guids.of(Entry.text(entry.own("title")), Entry.text(entry.own("description")))
        : guid;
  }

  private static @Nullable String link(Entry entry) {
    var own = entry.own("link").stream().map(Element::text);
    return own.map(text -> Addresses.web(text, null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant published(Entry entry) {
    var date = Entry.date(entry.own("pubDate"));
    return date == null ? Entry.date(entry.dublinCore("date")) : date;
  }

  private static @Nullable Instant updated(Entry entry) {
    var date = Entry.date(entry.of(ATOM, "updated"));
    return date == null ? Entry.date(entry.dublinCore("modified")) : date;
  }

  private static Copy.Headlines headlines(Entry entry, Entry channel, @Nullable String summary) {
    var title = Plain.first(Entry.text(entry.own("title")), Entry.text(entry.dublinCore("title")));
    var language =
        Plain.first(
            Entry.text(entry.dublinCore("language")),
            Entry.text(channel.own("language")),
            Entry.text(channel.dublinCore("language")));
    return new Copy.Headlines(
        Objects.requireNonNullElse(title, ""), summary, null, byline(entry), null, null, language);
  }

  private static @Nullable String byline(Entry entry) {
    var creators = Entry.texts(entry.dublinCore("creator"));
    if (!creators.isEmpty()) {
      return String.join(", ", creators);
    }
    var author = Entry.text(entry.own("author"));
    var mailbox = author == null ? null : MAILBOX.matcher(author);
    return mailbox != null && mailbox.matches()
        ? Plain.text(mailbox.group(1))
        : author != null && author.contains("@") ? null : author;
  }

  private static List<Concept> categories(Entry entry) {
    return entry.own("category").stream()
        .filter(Element::hasText)
        .map(
            category ->
                new Concept(
                    null,
                    String.valueOf(Plain.text(category.text())),
                    Tree.attribute(category, "domain")))
        .distinct()
        .toList();
  }
}
