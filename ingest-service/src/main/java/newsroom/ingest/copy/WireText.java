package newsroom.ingest.copy;

import org.jspecify.annotations.Nullable;

/// A wire's bytes as text.
///
/// @param text no byte order mark at its front, no control characters but tab and line ends
/// @param charset the charset it was read in and why, as `windows-1252 (declared utf-8 does not
///     decode)`; says as well how many control characters were removed
public record WireText(String text, String charset) {

  /// Reads bytes. Never fails: what is declared is believed only if the bytes decode in it, without
  /// a mistake; then UTF-8 is tried, and at last windows-1252 reads anything.
  ///
  /// @param declared what the channel says, as of a Content-Type
  public static WireText read(byte[] bytes, @Nullable String declared) {
    var decoded = new CharsetChoice(bytes).decode(declared);
    var clean = firstNotAllowed(decoded.text());
    if (clean == decoded.text().length()) {
      return decoded;
    }
    var text = new StringBuilder(decoded.text().length()).append(decoded.text(), 0, clean);
    var removed = 0;
    for (var i = clean; i < decoded.text().length(); i++) {
      var c = decoded.text().charAt(i);
      if (allowed(c)) {
        text.append(c);
      } else {
        removed++;
      }
    }
    return new WireText(text.toString(), noted(decoded.charset(), removed));
  }

  /// A plain loop: a stream over the characters of each wire took an eighth of all reading.
  private static int firstNotAllowed(String text) {
    var at = 0;
    while (at < text.length() && allowed(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// Reads the bytes of a wire whose structure is in its control characters: they all stay.
  public static WireText withControls(byte[] bytes, @Nullable String declared) {
    return new CharsetChoice(bytes).decode(declared);
  }

  private static String noted(String charset, int removed) {
    return charset + "; " + removed + " control character" + (removed == 1 ? "" : "s") + " removed";
  }

  /// What neither XML nor a reader's page can hold is not allowed.
  static boolean allowed(char c) {
    return c >= ' '
        ? c != '\u007F' && c != '\uFFFE' && c != '\uFFFF'
        : c == '\t' || c == '\n' || c == '\r';
  }
}
