package newsroom.ingest.format.teletype;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;

/// Takes a wire apart into its messages.
///
/// A message begins at SOH, its text is between STX and ETX, and several may follow each other in
/// one file. Relays and editors take control characters away; then a message begins where a line
/// can only be the first of a header, and its text ends where a line can only be the time of
/// filing.
public final class Messages {

  /// No agency joins more; what has more is no wire.
  private static final int MOST = 5_000;

  /// As many bytes without SOH between them are no text of an agency.
  private static final int LONGEST = 5_000_000;

  private final Head head;
  private final Predicate<String> filing;

  /// How to know the first line of a header where no control character shows it.
  public interface Head {

    /// Whether a message begins at this line.
    boolean at(List<String> lines, int line);
  }

  /// @param filing whether a line can only be the time of filing
  public Messages(Head head, Predicate<String> filing) {
    this.head = head;
    this.filing = filing;
  }

  /// The messages of the wire.
  ///
  /// @throws Unreadable when there are more than any agency sends in one file, or longer ones
  public List<Message> of(Wire wire, Agency agency) throws Unreadable {
    var messages = new ArrayList<Message>();
    for (var part : parts(wire.bytes())) {
      if (part.length > LONGEST) {
        throw new Unreadable("this wire has a message of " + part.length + " bytes");
      }
      var text = read(part, wire.charset(), agency.charset());
      var lines = text.text().lines().toList();
      for (var own : split(lines)) {
        messages.add(message(own, text.charset()));
        if (messages.size() > MOST) {
          throw new Unreadable("this wire has more than " + MOST + " messages");
        }
      }
    }
    return messages;
  }

  private static List<byte[]> parts(byte[] bytes) {
    var parts = new ArrayList<byte[]>();
    var start = 0;
    var visible = false;
    for (var i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == 1) {
        if (visible) {
          parts.add(Arrays.copyOfRange(bytes, start, i));
        }
        start = i + 1;
        visible = false;
      } else {
        visible |= (bytes[i] & 0xff) > ' ' && bytes[i] != 0x7f;
      }
    }
    return parts;
  }

  private static WireText read(
      byte[] bytes, @Nullable String declared, @Nullable String preferred) {
    var text = WireText.withControls(bytes, declared);
    return preferred != null && declared == null && !text.charset().startsWith("utf-")
        ? WireText.withControls(bytes, preferred)
        : text;
  }

  private List<List<String>> split(List<String> lines) {
    var split = new ArrayList<List<String>>();
    var from = 0;
    while (from < lines.size() && Message.plain(lines.get(from)).isEmpty()) {
      from++;
    }
    for (var line = from + 1; line <= lines.size(); line++) {
      if (line == lines.size() || head.at(lines, line)) {
        split.add(lines.subList(from, line));
        from = line;
      }
    }
    return split;
  }

  private Message message(List<String> lines, String charset) {
    var start = indexOf(lines, Message.START_OF_TEXT);
    var end = indexOf(lines, Message.END_OF_TEXT);
    var head = new ArrayList<>(lines.subList(0, start < 0 ? 1 : start));
    var from = start < 0 ? 1 : start;
    var text = new ArrayList<>(lines.subList(from, Math.max(from, end < 0 ? lines.size() : end)));
    if (start == 0) {
      head.add(before(lines.getFirst(), Message.START_OF_TEXT));
    }
    if (start >= 0 && !text.isEmpty()) {
      text.set(0, after(lines.get(start), Message.START_OF_TEXT));
    }
    if (end < 0) {
      return new Message(head, text, filedAtTheEnd(text), start >= 0, charset);
    }
    var last = lines.get(end);
    text.add(before(last, Message.END_OF_TEXT));
    var filed = Message.plain(after(last, Message.END_OF_TEXT));
    for (var line = end + 1; filed.isEmpty() && line < lines.size(); line++) {
      filed = Message.plain(lines.get(line));
    }
    return new Message(head, text, filed, start >= 0, charset);
  }

  private @Nullable String filedAtTheEnd(List<String> text) {
    while (!text.isEmpty() && Message.plain(text.getLast()).isEmpty()) {
      text.removeLast();
    }
    if (text.isEmpty()) {
      return null;
    }
    var last = Message.plain(text.getLast());
    if (!filing.test(last)) {
      return null;
    }
    text.removeLast();
    return last;
  }

  private static int indexOf(List<String> lines, char control) {
    for (var line = 0; line < lines.size(); line++) {
      if (lines.get(line).indexOf(control) >= 0) {
        return line;
      }
    }
    return -1;
  }

  private static String before(String line, char control) {
    return line.substring(0, line.indexOf(control));
  }

  private static String after(String line, char control) {
    return line.substring(line.indexOf(control) + 1);
  }
}
