package newsroom.ingest.format;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.ingest.copy.WireText;
import org.jspecify.annotations.Nullable;

/// What a wire begins with, looked at once for all formats.
///
/// @param root the local name of the XML document's root element; null when it is no XML
/// @param namespace the root's namespace; empty when it has none
/// @param text the first few thousand characters, leading blanks, byte order mark and control
///     characters removed
/// @param keys the paths of the keys that can be seen, as `data.item.uri`, when it is JSON
/// @param heading whether the wire begins with the transmission control character SOH, as the wires
///     of teleprinters do; what pads a line (SYN, NUL, DEL) may stand before it
public record Opening(
    @Nullable String root, String namespace, String text, Set<String> keys, boolean heading) {

  private static final int LOOKED_AT = 65_536;
  private static final int KEPT = 8_000;
  private static final Pattern NAMESPACE =
      Pattern.compile(
          "\\sxmlns(?::([^\\s=]+))?\\s*=\\s*(?:\"\\s*([^\"]*?)\\s*\"|'\\s*([^']*?)\\s*')");

  /// Looks at the first bytes of a wire.
  ///
  /// @param declared the charset that the channel declares
  static Opening of(byte[] content, @Nullable String declared) {
    var first = content.length > LOOKED_AT ? Arrays.copyOf(content, LOOKED_AT) : content;
    var text = WireText.read(first, declared).text().strip();
    var kept = text.substring(0, Math.min(KEPT, text.length()));
    var start = rootStart(text);
    if (start < 0) {
      return new Opening(null, "", kept, JsonKeys.of(text), heading(first));
    }
    var tag = text.substring(start + 1, tagEnd(text, start));
    var name = tag.split("[\\s/>]", 2)[0];
    var colon = name.indexOf(':');
    return new Opening(
        name.substring(colon + 1),
        namespace(tag, name.substring(0, Math.max(0, colon))),
        kept,
        Set.of(),
        false);
  }

  private static boolean heading(byte[] content) {
    for (var b : content) {
      if (b == 1) {
        return true;
      }
      if (b != 0x16 && b != 0x7f && b != 0 && b != ' ' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return false;
  }

  /// Whether it looks like JSON; it may be of a format that nobody knows.
  boolean isJson() {
    return text.startsWith("{") || (text.startsWith("[") && !keys.isEmpty());
  }

  /// The first words, for a sentence about a wire that nobody can read.
  String beginning() {
    var line = text.substring(0, Math.min(40, text.length())).replaceAll("\\s+", " ").strip();
    return root == null ? line : "<" + root;
  }

  private static int rootStart(String text) {
    var at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at + 4);
      } else if (text.startsWith("<!", at)) {
        at = declarationEnd(text, at);
      } else {
        var named = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
        return text.charAt(at) == '<' && named ? at : -1;
      }
    }
    return -1;
  }

  private static int after(String text, String end, int from) {
    var found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private static int declarationEnd(String text, int from) {
    var brackets = 0;
    for (var at = from; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '[' -> brackets++;
        case ']' -> brackets--;
        case '"', '\'' -> at = Math.max(at, text.indexOf(text.charAt(at), at + 1));
        case '>' -> {
          if (brackets <= 0) {
            return at + 1;
          }
        }
        default -> {}
      }
    }
    return text.length();
  }

  private static int tagEnd(String text, int from) {
    for (var at = from; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c == '>') {
        return at;
      }
      if (c == '"' || c == '\'') {
        at = Math.max(at, text.indexOf(c, at + 1));
      }
    }
    return text.length();
  }

  private static String namespace(String tag, String prefix) {
    var declared = NAMESPACE.matcher(tag);
    while (declared.find()) {
      var of = declared.group(1) == null ? "" : declared.group(1);
      if (of.equals(prefix)) {
        return declared.group(2) == null ? declared.group(3) : declared.group(2);
      }
    }
    return "";
  }
}
