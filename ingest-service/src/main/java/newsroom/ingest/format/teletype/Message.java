package newsroom.ingest.format.teletype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message of a wire, in lines.
///
/// @param head what stands before the text; its first line is the first of the header
/// @param text what stands between STX and ETX; where a relay has taken these away, the head is in
///     front of it
/// @param filed what stands behind the text, as the time of filing; null where the end of the text
///     is nowhere to be seen, so that some of it may be missing
/// @param started whether the text begins where the wire says so
/// @param charset the charset it was read in, and why
public record Message(
    List<String> head, List<String> text, @Nullable String filed, boolean started, String charset) {

  static final char START_OF_TEXT = 2;
  static final char END_OF_TEXT = 3;

  private static final int LONGEST = 1_000_000;
  private static final int BRIEF = 40;

  /// Why the message is no story that can be told whole; null where it is.
  ///
  /// @param kind what it is a message of
  /// @param headed whether it has a header
  public @Nullable String refusal(String kind, boolean headed) {
    var first = plain(head.getFirst());
    var called = "'" + first.substring(0, Math.min(BRIEF, first.length())) + "'";
    if (!headed) {
      return "the message that begins with " + called + " has no header of " + kind;
    }
    if (filed == null) {
      return "the message " + called + " is cut off: its text has no end";
    }
    var length = text.stream().mapToLong(String::length).sum();
    return length > LONGEST
        ? "the message " + called + " has " + length + " characters; no story is so long"
        : null;
  }

  /// The line without control characters and without blanks around it.
  public static String plain(String line) {
    var plain = new StringBuilder(line.length());
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '\t') {
        plain.append(' ');
      } else if (visible(c)) {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  /// Whether a page can hold the character.
  public static boolean visible(int c) {
    return c >= ' ' && c != 0x7f && c != 0xFFFE && c != 0xFFFF;
  }
}
