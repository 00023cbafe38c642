package newsroom.publish.rendition;

/// Keeps to the characters that XML 1.0, HTML and JSON all may hold. Wires bring form feeds, escape
/// codes and halves of surrogate pairs; one of them would make a whole feed unreadable.
public final class Legible {

  private Legible() {}

  /// The text without what no document may hold; the same object where there is nothing to take
  /// out.
  public static String text(String text) {
    return clean(text, 0, text.length()) == text.length() ? text : stripped(text);
  }

  /// How many characters from `start` are legible in a row; an `end` that is reached means all of
  /// them.
  public static int clean(String text, int start, int end) {
    int index = start;
    while (index < end && legible(text, index)) {
      index += Character.isHighSurrogate(text.charAt(index)) ? 2 : 1;
    }
    return Math.min(index, end);
  }

  private static String stripped(String text) {
    var kept = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      int end = clean(text, index, text.length());
      kept.append(text, index, end);
      index = end;
    }
    return kept.toString();
  }

  private static boolean legible(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    if (c < 0x7F) {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    return c > 0x9F && !Character.isSurrogate(c) && (c < 0xFDD0 || c > 0xFDEF) && c < 0xFFFE;
  }
}
