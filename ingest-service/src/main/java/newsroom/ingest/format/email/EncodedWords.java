package newsroom.ingest.format.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import newsroom.ingest.copy.WireText;
import org.jspecify.annotations.Nullable;

/// Decodes the encoded words of RFC 2047 in a field, and the naked bytes that mailers put there.
/// The charset that a word names is believed as little as that of a wire. Words of one charset that
/// follow each other are one, since mailers break characters in two.
final class EncodedWords {

  private static final int LONGEST = 2_000;

  private final String raw;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable String charset;

  private EncodedWords(String raw) {
    this.raw = raw;
  }

  /// The text of a field.
  ///
  /// @param raw the field's bytes, read as ISO 8859-1
  static String decoded(String raw) {
    return new EncodedWords(raw).decode();
  }

  private String decode() {
    var at = 0;
    while (at < raw.length()) {
      var start = raw.indexOf("=?", at);
      var end = start < 0 ? -1 : word(start);
      if (end < 0) {
        var next = start < 0 ? raw.length() : start + 2;
        naked(raw.substring(at, next), false);
        at = next;
      } else {
        naked(raw.substring(at, start), true);
        at = end;
        add(start, end);
      }
    }
    flush();
    return text.toString();
  }

  /// Where the word that begins here ends; -1 where it is none.
  private int word(int start) {
    var encoding = raw.indexOf('?', start + 2);
    if (encoding < 0 || encoding - start > 60 || encoding + 2 >= raw.length()) {
      return -1;
    }
    var letter = Character.toLowerCase(raw.charAt(encoding + 1));
    if (raw.charAt(encoding + 2) != '?' || (letter != 'q' && letter != 'b')) {
      return -1;
    }
    var limit = Math.min(raw.length(), encoding + LONGEST);
    for (var end = encoding + 3; end + 1 < limit; end++) {
      if (raw.charAt(end) == '?' && raw.charAt(end + 1) == '=') {
        return end + 2;
      }
    }
    return -1;
  }

  private void add(int start, int end) {
    var encoding = raw.indexOf('?', start + 2);
    var named = raw.substring(start + 2, encoding).split("\\*", 2)[0].toLowerCase(Locale.ROOT);
    if (!named.equals(charset)) {
      flush();
      charset = named;
    }
    var word = raw.substring(encoding + 3, end - 2);
    if (Character.toLowerCase(raw.charAt(encoding + 1)) == 'b') {
      base64(word);
    } else {
      quoted(word);
    }
  }

  private void base64(String word) {
    // each word may be padded by itself; a broken end loses no more than itself
    try {
      bytes.writeBytes(Base64.getMimeDecoder().decode(word));
    } catch (IllegalArgumentException e) {
      var whole = word.replaceAll("[^A-Za-z0-9+/]", "");
      bytes.writeBytes(Base64.getMimeDecoder().decode(whole.substring(0, whole.length() / 4 * 4)));
    }
  }

  private void quoted(String word) {
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      var value = c == '=' && i + 2 < word.length() ? hex(word, i + 1) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else {
        bytes.write(c == '_' ? ' ' : c);
      }
    }
  }

  private static int hex(String word, int at) {
    var high = Character.digit(word.charAt(at), 16);
    var low = Character.digit(word.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /// Text between words; blanks between two of them are not meant.
  private void naked(String between, boolean wordFollows) {
    if (wordFollows && charset != null && between.isBlank()) {
      return;
    }
    if (!between.isEmpty()) {
      flush();
      text.append(WireText.read(between.getBytes(StandardCharsets.ISO_8859_1), null).text());
    }
  }

  private void flush() {
    if (bytes.size() > 0) {
      text.append(WireText.read(bytes.toByteArray(), charset).text());
      bytes.reset();
    }
    charset = null;
  }
}
