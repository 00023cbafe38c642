package newsroom.ingest.format.feed;

import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.feed.FeedCopy.Standing;
import newsroom.ingest.format.feed.Identities.Marks;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the entries of one Atom feed.
final class AtomEntries implements Feed.EntryReader {

  private static final String MEDIA = "http://search.yahoo.com/mrss";
  private static final String PROTOCOL = "http://www.w3.org/2007/app";
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");
  private static final Copy.Headlines NONE =
      new Copy.Headlines("", null, null, null, null, null, null);

  private final Wire wire;
  private final Masthead masthead;
  private final Identities identities;
  private final IdentityHashMap<Element, Marks> marks = new IdentityHashMap<>();

  AtomEntries(Element root, List<Element> entries, Wire wire, ZoneId zone) {
    this.wire = wire;
    this.masthead = Masthead.ofAtom(new Entry(root, zone, null), zone, wire.name());
    this.identities = new Identities(masthead.page());
    for (var element : entries) {
      var seen = marks(entry(element));
      marks.put(element, seen);
      identities.see(seen);
    }
  }

  @Override
  public @Nullable FeedCopy read(Element element) {
    var entry = entry(element);
    if (Tree.name(element).equals("deleted-entry")) {
      return deleted(entry);
    }
    var pictures = new Pictures();
    var lead = new Media(entry, pictures).read();
    var contents = entry.own("content").stream().filter(c -> !c.hasAttr("src")).toList();
    var summaries = summaries(entry);
    var full = entry.blocks(pictures, contents);
    var body = full.isEmpty() ? entry.blocks(pictures, summaries) : full;
    var summary = full.isEmpty() ? null : Summaries.beside(body, Entry.text(summaries));
    var source = entry.inner("source");
    return new FeedCopy(
        guid(element),
        link(entry),
        times(entry),
        standing(entry),
        new Assembled.Content(
            headlines(entry, source, summary, contents), pictures.all(), lead, body),
        Topics.ofEntry(entry),
        rights(entry, source));
  }

  /// RFC 6721.
  private FeedCopy deleted(Entry entry) {
    return new FeedCopy(
        Objects.requireNonNullElse(Tree.attribute(entry.element(), "ref"), ""),
        null,
        new FeedCopy.Times(null, entry.date(entry.element().attr("when")), null, wire.received()),
        new Standing(Status.CANCELED, null, null),
        new Assembled.Content(NONE, List.of(), null, List.<Block>of()),
        new Topics().subjects(),
        new Copy.Rights(null, null, null, null));
  }

  private Entry entry(Element element) {
    return new Entry(element, masthead.zone(), masthead.home());
  }

  private static List<Element> summaries(Entry entry) {
    var own = entry.own("summary");
    if (!own.isEmpty()) {
      return own;
    }
    var group =
        entry.of(MEDIA, "group").stream().flatMap(g -> Tree.children(g, "description").stream());
    return group.toList();
  }

  private FeedCopy.Times times(Entry entry) {
    return new FeedCopy.Times(
        entry.date(
            entry.own("published"),
            entry.own("issued"),
            entry.dublinCore("issued"),
            entry.dublinCore("date")),
        entry.date(entry.own("updated"), entry.own("modified"), entry.dublinCore("modified")),
        entry.date(entry.own("created"), entry.dublinCore("created")),
        wire.received());
  }

  /// RFC 5023: a draft is not public yet.
  private static Standing standing(Entry entry) {
    for (var control : entry.of(PROTOCOL, "control")) {
      if ("yes".equalsIgnoreCase(Tree.text(control, "draft"))) {
        return new Standing(Status.WITHHELD, null, null);
      }
    }
    return Standing.USABLE;
  }

  /// The same id is the same entry, by the standard, however often it is there.
  private String guid(Element element) {
    var seen = Objects.requireNonNull(marks.get(element));
    return seen.guid() == null ? identities.of(seen) : seen.guid();
  }

  private static Marks marks(Entry entry) {
    return new Marks(
        id(entry), link(entry), Entry.text(entry.own("title")), Entry.text(entry.own("summary")));
  }

  /// As it is written, letter by letter; one that is relative, against the standard, is resolved in
  /// the document, never against where it was fetched from.
  private static @Nullable String id(Entry entry) {
    for (var id : entry.own("id")) {
      var written = Plain.text(id.wholeText());
      if (written != null) {
        var relative = ABSOLUTE.matcher(written).lookingAt() ? null : entry.declaredBase(id);
        var resolved = relative == null ? null : Addresses.web(written, relative);
        return resolved == null ? written : resolved;
      }
    }
    return null;
  }

  private static @Nullable String link(Entry entry) {
    return entry.own("link").stream()
        .filter(link -> link.attr("rel").matches("|alternate"))
        .map(link -> entry.address(link, link.hasAttr("href") ? link.attr("href") : link.text()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Copy.Headlines headlines(
      Entry entry, @Nullable Entry source, @Nullable String summary, List<Element> contents) {
    var title = Entry.text(entry.own("title"), entry.dublinCore("title"), entry.of(MEDIA, "title"));
    var language = Entry.language(contents.isEmpty() ? entry.element() : contents.getFirst());
    return new Copy.Headlines(
        Objects.requireNonNullElse(title, ""),
        summary,
        null,
        Bylines.line(names(entry, source)),
        null,
        null,
        Plain.first(language, Entry.text(entry.dublinCore("language")), masthead.language()));
  }

  private List<String> names(Entry entry, @Nullable Entry source) {
    var names = Bylines.names(entry.own("author"));
    names = names.isEmpty() ? Bylines.names(entry.dublinCore("creator")) : names;
    names = names.isEmpty() && source != null ? Bylines.names(source.own("author")) : names;
    return names.isEmpty() ? masthead.authors() : names;
  }

  private Copy.Rights rights(Entry entry, @Nullable Entry source) {
    return new Copy.Rights(
        Plain.first(source == null ? null : Entry.text(source.own("title")), masthead.title()),
        null,
        Plain.first(
            Entry.text(entry.own("rights"), entry.own("copyright"), entry.dublinCore("rights")),
            source == null ? null : Entry.text(source.own("rights")),
            masthead.rights()),
        Licence.of(entry));
  }
}
