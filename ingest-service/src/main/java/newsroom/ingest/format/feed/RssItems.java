package newsroom.ingest.format.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.feed.FeedCopy.Standing;
import newsroom.ingest.format.feed.Identities.Marks;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the items of one RSS feed.
final class RssItems implements Feed.EntryReader {

  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String ITUNES = "http://www.itunes.com/dtds/podcast";
  private static final String MEDIA = "http://search.yahoo.com/mrss";

  private final Wire wire;
  private final Masthead masthead;
  private final WordPress wordPress;
  private final Identities identities;
  private final IdentityHashMap<Element, Marks> marks = new IdentityHashMap<>();

  RssItems(Element root, List<Element> items, Wire wire, ZoneId zone) {
    this.wire = wire;
    var channel = new Entry(channel(root), zone, null);
    this.masthead = Masthead.ofRss(channel, zone, wire.name());
    this.wordPress = new WordPress(channel, items, zone);
    this.identities = new Identities(masthead.page());
    for (var item : items) {
      var seen = marks(entry(item));
      marks.put(item, seen);
      identities.see(seen);
    }
  }

  @Override
  public @Nullable FeedCopy read(Element item) {
    var entry = entry(item);
    if (!wordPress.isStory(entry)) {
      return null;
    }
    var pictures = new Pictures();
    var lead = lead(entry, pictures);
    var body = body(entry, pictures);
    var described = described(entry);
    var summary = Entry.text(entry.of(WordPress.EXCERPT, "encoded"), summaries(entry));
    if (body.isEmpty()) {
      body = entry.blocks(pictures, described);
    } else if (summary == null) {
      summary = Entry.text(described);
    }
    return new FeedCopy(
        identities.of(Objects.requireNonNull(marks.get(item))),
        link(entry),
        times(entry),
        standing(entry),
        new Assembled.Content(
            headlines(entry, Summaries.beside(body, summary)), pictures.all(), lead, body),
        Topics.ofItem(entry),
        rights(entry));
  }

  private Entry entry(Element item) {
    return new Entry(item, masthead.zone(), masthead.home());
  }

  private static Element channel(Element root) {
    for (var child : root.children()) {
      if (Tree.name(child).toLowerCase(Locale.ROOT).equals("channel")) {
        return child;
      }
    }
    return root;
  }

  private @Nullable String lead(Entry entry, Pictures pictures) {
    var media = new Media(entry, pictures);
    var featured = wordPress.picture(entry);
    var first = featured == null ? null : media.add(featured);
    var lead = media.read();
    return first == null ? lead : first;
  }

  /// The whole text: content:encoded, or what feeds had before there was one.
  private List<Block> body(Entry entry, Pictures pictures) {
    var encoded = entry.of(CONTENT, "encoded");
    if (wordPress.wrote(entry) && !encoded.isEmpty()) {
      var written = encoded.getFirst();
      return Blocks.ofHtml(WordPress.html(written.wholeText()), entry.base(written), pictures);
    }
    return entry.blocks(
        pictures,
        encoded,
        entry.of(ATOM, "content"),
        entry.of(XHTML, "body"),
        entry.of(XHTML, "div"),
        entry.own("fullitem"),
        entry.own("body"),
        entry.own("content"),
        summaries(entry).isEmpty() ? List.of() : described(entry));
  }

  /// What says of itself that it is short.
  private static List<Element> summaries(Entry entry) {
    var own = entry.own("summary");
    return own.isEmpty() ? entry.of(ATOM, "summary") : own;
  }

  private static List<Element> described(Entry entry) {
    for (var described :
        List.of(
            entry.own("description"),
            entry.dublinCore("description"),
            entry.dublinCore("abstract"),
            entry.own("abstract"),
            entry.of(ITUNES, "summary"),
            entry.of(MEDIA, "description"))) {
      if (described.stream().anyMatch(e -> e.childrenSize() > 0 || e.hasText())) {
        return described;
      }
    }
    return List.of();
  }

  private Marks marks(Entry entry) {
    var about = Tree.attribute(entry.element(), "rdf:about");
    var guid =
        Plain.first(
            Entry.text(entry.own("guid"), entry.of(ATOM, "id")),
            about,
            Entry.text(entry.dublinCore("identifier")));
    var link = link(entry);
    return new Marks(
        guid,
        link,
        Entry.text(entry.own("title")),
        guid == null ? Entry.text(entry.own("description")) : null);
  }

  /// The link, else a guid that is an address and does not say that it is none.
  private static @Nullable String link(Entry entry) {
    for (var link : entry.any("link")) {
      var atom = link.tag().namespace().startsWith(ATOM);
      var page = !atom || link.attr("rel").matches("|alternate");
      var written = link.hasAttr("href") ? link.attr("href") : link.text();
      var address = page ? entry.address(link, written) : null;
      if (address != null) {
        return address;
      }
    }
    for (var guid : entry.own("guid")) {
      var address = guid.text().strip();
      if (!guid.attr("isPermaLink").equalsIgnoreCase("false") && address.matches("(?i)https?:.*")) {
        return entry.address(guid, address);
      }
    }
    return entry.address(entry.element(), entry.element().attr("href"));
  }

  private FeedCopy.Times times(Entry entry) {
    var published =
        entry.date(
            entry.own("pubDate"),
            entry.dublinCore("issued"),
            entry.of(ATOM, "published"),
            entry.dublinCore("date"),
            entry.own("date"));
    var updated =
        entry.date(entry.of(ATOM, "updated"), entry.dublinCore("modified"), entry.own("modified"));
    return new FeedCopy.Times(
        published == null ? wordPress.published(entry) : published,
        updated == null ? elsewhere(entry) : updated,
        entry.date(entry.dublinCore("created")),
        wire.received());
  }

  private @Nullable Instant elsewhere(Entry entry) {
    var modified = wordPress.modified(entry);
    return modified == null ? entry.date(entry.element().attr("lastmod")) : modified;
  }

  private Standing standing(Entry entry) {
    var expires = entry.date(entry.own("expirationDate"));
    return wordPress.wrote(entry)
        ? wordPress.standing(entry)
        : new Standing(Copy.Status.USABLE, null, expires);
  }

  private Copy.Headlines headlines(Entry entry, @Nullable String summary) {
    var title =
        Entry.text(
            entry.own("title"),
            entry.dublinCore("title"),
            entry.of(ITUNES, "title"),
            entry.of(MEDIA, "title"));
    return new Copy.Headlines(
        Objects.requireNonNullElse(title, ""),
        summary,
        null,
        Bylines.line(names(entry)),
        null,
        null,
        Plain.first(
            Entry.language(Entry.text(entry.dublinCore("language"), entry.own("language"))),
            Entry.language(entry.element()),
            masthead.language()));
  }

  private List<String> names(Entry entry) {
    var names = Bylines.names(entry.dublinCore("creator"));
    for (var more :
        List.of(
            entry.own("author"),
            entry.of(ATOM, "author"),
            entry.dublinCore("author"),
            entry.of(ITUNES, "author"))) {
      names = names.isEmpty() ? Bylines.names(more) : names;
    }
    return wordPress.shown(names);
  }

  private Copy.Rights rights(Entry entry) {
    var source = Entry.text(entry.own("source"));
    return new Copy.Rights(
        source == null ? masthead.title() : source,
        null,
        Plain.first(
            Entry.text(
                entry.dublinCore("rights"), entry.own("copyright"), entry.of(MEDIA, "copyright")),
            masthead.rights()),
        Licence.of(entry));
  }
}
