package newsroom.ingest.format.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.format.xml.Xml;
import org.jsoup.nodes.Element;

/// Takes the whole entries from a feed that as a whole is no XML, because it is cut off or because
/// an entry is broken. Each entry is parsed as strictly as ever, only without the others. Nothing
/// is taken from a feed that declares entities of its own: their limits are those of a document.
final class Salvage {

  private static final Pattern ENTRY =
      Pattern.compile("(?i)<((?:[\\w.-]{1,20}:)?(?:item|entry))(?=[\\s>/])");
  private static final Pattern TAG = Pattern.compile("<(/?)([\\w.-]+(?::[\\w.-]+)?)");
  private static final int MOST_BROKEN = 50;
  private static final int LONGEST_ROOT = 16_000;
  private static final int HANDFUL = 100_000;

  private record Range(int start, int end) {}

  private final Xml xml;
  private final String text;
  private final Unreadable broken;
  private final List<Piece> pieces = new ArrayList<>();
  private int failed;

  Salvage(Xml xml, String text, Unreadable broken) {
    this.xml = xml;
    this.text = text;
    this.broken = broken;
  }

  /// The entries, and a reason for each that is broken.
  ///
  /// @throws Unreadable when there is no whole entry; it says what is wrong with the feed
  List<Piece> pieces() throws Unreadable {
    var first = ENTRY.matcher(text);
    if (!first.find() || text.substring(0, first.start()).contains("<!ENTITY")) {
      throw broken;
    }
    var ranges = ranges(first.start(), first.group(1));
    var head = new Head(text.substring(0, first.start()));
    if (head.root().isEmpty() || head.root().length() > LONGEST_ROOT) {
      throw broken;
    }
    var around = head.element();
    for (var few : handfuls(ranges)) {
      parse(head, around, few);
    }
    if (pieces.stream().allMatch(piece -> piece.entry() == null)) {
      throw broken;
    }
    if (failed == 0 && !text.stripTrailing().endsWith(head.close())) {
      pieces.add(
          Piece.broken("after its last whole entry the feed breaks off: " + broken.getMessage()));
    }
    return pieces;
  }

  /// The entries, some at a time, so that the search for the broken one reads little again and
  /// again.
  private static List<List<Range>> handfuls(List<Range> ranges) {
    var handfuls = new ArrayList<List<Range>>();
    var from = 0;
    for (var at = 1; at <= ranges.size(); at++) {
      var full = at < ranges.size() && ranges.get(at).end() - ranges.get(from).start() > HANDFUL;
      if (at == ranges.size() || full) {
        handfuls.add(ranges.subList(from, at));
        from = at;
      }
    }
    return handfuls;
  }

  /// Together where they are sound; where not, in halves, until the broken one is alone.
  private void parse(Head head, Element around, List<Range> ranges) {
    if (ranges.isEmpty()) {
      return;
    }
    if (failed > MOST_BROKEN) {
      pieces.add(Piece.broken(ranges.size() + " more entries were not tried after so many broken"));
      return;
    }
    var start = ranges.getFirst().start();
    var end = ranges.getLast().end();
    try {
      var root = xml.read(head.root() + text.substring(start, end) + head.close());
      for (var entry : List.copyOf(root.children())) {
        around.appendChild(entry);
        pieces.add(Piece.of(entry));
      }
    } catch (Unreadable e) {
      if (ranges.size() > 1) {
        parse(head, around, ranges.subList(0, ranges.size() / 2));
        parse(head, around, ranges.subList(ranges.size() / 2, ranges.size()));
      } else {
        failed++;
        var what =
            end < text.length() ? "an entry of the feed is broken: " : "the feed is cut off: ";
        pieces.add(Piece.broken(what + e.getMessage()));
      }
    }
  }

  /// Where the entries are. Text in CDATA and comments is not looked at; an entry that does not end
  /// before the next one begins is broken.
  private List<Range> ranges(int from, String name) {
    var ranges = new ArrayList<Range>();
    var start = -1;
    var at = from;
    while (at >= 0 && at < text.length()) {
      if (text.startsWith("<![CDATA[", at)) {
        at = after("]]>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after("-->", at);
      } else if (tag("<", name, at)) {
        if (start >= 0) {
          ranges.add(new Range(start, at));
        }
        start = at++;
      } else if (tag("</", name, at) && start >= 0) {
        var end = Math.min(text.length(), text.indexOf('>', at) + 1);
        ranges.add(new Range(start, end == 0 ? text.length() : end));
        start = -1;
        at++;
      } else {
        at++;
      }
      at = at < text.length() ? text.indexOf('<', at) : -1;
    }
    if (start >= 0) {
      ranges.add(new Range(start, text.length()));
    }
    return ranges;
  }

  private boolean tag(String open, String name, int at) {
    var end = at + open.length() + name.length();
    return text.startsWith(open, at)
        && text.startsWith(name, at + open.length())
        && (end >= text.length() || " \t\r\n>/".indexOf(text.charAt(end)) >= 0);
  }

  private int after(String end, int from) {
    var found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  /// What stands before the first entry.
  private final class Head {

    private final String head;
    private final Deque<String> open = new ArrayDeque<>();
    private String root = "";

    Head(String head) {
      this.head = head;
      var at = head.indexOf('<');
      while (at >= 0) {
        at = head.indexOf('<', step(at));
      }
    }

    /// The start tag of the root, which declares the namespaces.
    String root() {
      return root;
    }

    String close() {
      return open.isEmpty() ? "" : "</" + open.getLast() + ">";
    }

    /// What the entries stand in; only its tags where the head itself is broken.
    Element element() throws Unreadable {
      var closed = new StringBuilder(head);
      open.forEach(name -> closed.append("</").append(name).append('>'));
      Element around;
      try {
        around = xml.read(closed.toString());
      } catch (Unreadable e) {
        around = xml.read(root + close());
      }
      for (var child : around.children()) {
        if (Tree.name(child).toLowerCase(Locale.ROOT).equals("channel") && open.size() > 1) {
          return child;
        }
      }
      return around;
    }

    private int step(int at) {
      if (head.startsWith("<![CDATA[", at)) {
        return end("]]>", at);
      }
      if (head.startsWith("<!--", at)) {
        return end("-->", at);
      }
      var tag = TAG.matcher(head).region(at, head.length());
      if (!tag.lookingAt()) {
        return at + 1;
      }
      var end = tagEnd(at);
      if (!tag.group(1).isEmpty()) {
        if (!open.isEmpty() && open.getFirst().equals(tag.group(2))) {
          open.pop();
        }
      } else if (head.charAt(Math.max(0, end - 2)) != '/') {
        root = open.isEmpty() && root.isEmpty() ? head.substring(at, end) : root;
        open.push(tag.group(2));
      }
      return end;
    }

    private int end(String mark, int from) {
      var found = head.indexOf(mark, from);
      return found < 0 ? head.length() : found + mark.length();
    }

    private int tagEnd(int from) {
      for (var at = from; at < head.length(); at++) {
        var c = head.charAt(at);
        if (c == '>') {
          return at + 1;
        }
        if (c == '"' || c == '\'') {
          at = Math.max(at, head.indexOf(c, at + 1));
        }
      }
      return head.length();
    }
  }
}
