package newsroom.ingest.format.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes a feed to its entries. One that is broken costs only itself, also where it breaks the XML
/// of the feed.
@Component
class Feed {

  /// What is different between the kinds of feeds.
  interface Kind {

    List<Element> entries(Element root);

    EntryReader reader(Element root, List<Element> entries);
  }

  /// Reads one entry.
  interface EntryReader {

    /// What it says; null when it is no story.
    @Nullable FeedCopy read(Element entry) throws Unreadable;
  }

  /// What servers put in front of a feed by mistake is a message of theirs, text or HTML.
  private static final int JUNK = 8_000;

  private static final Pattern START =
      Pattern.compile("(?i)<(?:\\?xml\\b|(?:[\\w.-]+:)?(?:rss|rdf|feed|entry|channel)[\\s>])");
  private static final Pattern HEADER_OR_JSON =
      Pattern.compile(
          "(?is)[\\[{].*|(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-\\w+|x-[\\w-]+|dkim-signature|arc-\\S+):\\s.*");

  private final Xml xml;

  Feed(Xml xml) {
    this.xml = xml;
  }

  /// Whether one of these roots begins within the first words of something that is no XML, as
  /// `Warning: cannot modify header <?xml version="1.0"?><rss>`.
  static boolean behindJunk(Opening opening, String roots) {
    var root = opening.root();
    var junk = root == null || root.matches("(?i)br|b|p|div|font|pre|h\\d");
    if (!junk || HEADER_OR_JSON.matcher(opening.text()).matches()) {
      return false;
    }
    var start =
        Pattern.compile(
            "(?i)<\\?xml\\b[^>]{0,200}\\?>\\s{0,100}(?:<(?:!--[^>]{0,1000}--|\\?[^>]{0,500}\\?|!DOCTYPE[^>]{0,500})>\\s{0,100}){0,5}"
                + "<(?:[\\w.-]{1,20}:)?(?:"
                + roots
                + ")[\\s>]");
    return start.matcher(opening.text()).find();
  }

  List<Reading> read(Wire wire, Agency agency, String format, Kind kind) throws Unreadable {
    var text = text(wire, agency);
    var origin = new Origin(format, text.charset());
    var pieces = pieces(text.text(), kind);
    var entries = pieces.stream().flatMap(Piece::stream).toList();
    if (entries.isEmpty()) {
      return failures(pieces);
    }
    var reader = kind.reader(Piece.root(entries.getFirst()), entries);
    var readings = new ArrayList<Reading>();
    for (var piece : pieces) {
      var reading =
          piece.entry() == null
              ? new Reading.Failed(String.valueOf(piece.reason()))
              : reading(piece.entry(), origin, reader);
      if (reading != null) {
        readings.add(reading);
      }
    }
    return readings;
  }

  private static List<Reading> failures(List<Piece> pieces) {
    return pieces.stream()
        .<Reading>map(piece -> new Reading.Failed(String.valueOf(piece.reason())))
        .toList();
  }

  static WireText text(Wire wire, Agency agency) {
    var text = WireText.read(wire.bytes(), wire.charset());
    return agency.charset() != null && text.charset().contains("nothing declared, nor")
        ? WireText.read(wire.bytes(), agency.charset())
        : text;
  }

  List<Piece> pieces(String written, Kind kind) throws Unreadable {
    var text = fromItsStart(written);
    try {
      return kind.entries(xml.read(text)).stream().map(Piece::of).toList();
    } catch (Unreadable broken) {
      return new Salvage(xml, text, broken).pieces();
    }
  }

  private static String fromItsStart(String text) {
    var at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    var start = START.matcher(text).region(at, text.length());
    if (text.startsWith("<!", at) || start.lookingAt()) {
      return text;
    }
    start.region(at, Math.min(text.length(), at + JUNK));
    return start.find() ? text.substring(start.start()) : text;
  }

  private static @Nullable Reading reading(Element entry, Origin origin, EntryReader reader) {
    try {
      var copy = reader.read(entry);
      return copy == null ? null : new Reading.Read(copy.copy(origin));
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return new Reading.Failed("an entry of the feed cannot be read: " + e);
    }
  }
}
