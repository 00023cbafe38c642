package newsroom.ingest.copy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the charset of some bytes: byte order mark, then what the channel declares, then what the
/// XML declaration says, then UTF-8, then windows-1252.
final class CharsetChoice {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([^\"'\\s]{1,40})");

  /// UTF-32 before UTF-16: the mark of one begins with the mark of the other.
  private static final Map<String, String> MARKS = marks();

  /// How an XML document begins in the charsets that are no superset of ASCII.
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "003c003f",
          "UTF-16BE",
          "3c003f00",
          "UTF-16LE",
          "0000003c",
          "UTF-32BE",
          "3c000000",
          "UTF-32LE",
          "4c6fa794",
          "IBM037");

  /// What a name means on the web, where it is not what the registry says, and names that Java
  /// spells otherwise.
  private static final Map<String, String> WEB_NAMES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("mac-cyrillic", "x-MacCyrillic"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf_8", "UTF-8"));

  private final byte[] bytes;

  CharsetChoice(byte[] bytes) {
    this.bytes = bytes;
  }

  WireText decode(@Nullable String declared) {
    var marked = marked();
    if (marked != null) {
      return marked;
    }
    var claims = new LinkedHashMap<String, String>();
    if (declared != null && !declared.isBlank()) {
      claims.putIfAbsent(declared.strip().toLowerCase(Locale.ROOT), "declared");
    }
    var own = ownDeclaration();
    if (own != null) {
      claims.putIfAbsent(own.toLowerCase(Locale.ROOT), "declared");
    }
    for (var claim : claims.keySet()) {
      var text = believed(claim);
      if (text != null) {
        return text;
      }
    }
    return undeclared(
        claims.isEmpty()
            ? "nothing declared"
            : "declared " + String.join(", ", claims.keySet()) + " does not decode");
  }

  private @Nullable WireText marked() {
    var start = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
    for (var mark : MARKS.entrySet()) {
      if (start.startsWith(mark.getKey())) {
        var text = strictly(Charset.forName(mark.getValue()), mark.getKey().length() / 2);
        if (text != null) {
          return new WireText(text, name(mark.getValue()) + " (byte order mark)");
        }
      }
    }
    return null;
  }

  private @Nullable WireText believed(String claim) {
    var charset = charset(claim);
    if (charset == null) {
      return null;
    }
    // Latin letters written in UTF-8 are valid windows-1252 as well, never the other way round by
    // chance
    if (charset.equals(WINDOWS_1252) && !ascii()) {
      var utf8 = strictly(StandardCharsets.UTF_8, 0);
      if (utf8 != null) {
        return new WireText(utf8, "utf-8 (declared " + claim + ", but the bytes are UTF-8)");
      }
    }
    var text = strictly(charset, 0);
    if (text == null) {
      return null;
    }
    var name = name(charset.name());
    return new WireText(
        text, name.equals(claim) ? name + " (declared)" : name + " (declared " + claim + ")");
  }

  private WireText undeclared(String why) {
    var utf8 = strictly(StandardCharsets.UTF_8, 0);
    return utf8 != null
        ? new WireText(utf8, "utf-8 (" + why + ")")
        : new WireText(
            new String(bytes, WINDOWS_1252), "windows-1252 (" + why + ", nor is it UTF-8)");
  }

  private @Nullable String ownDeclaration() {
    var start = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
    var wide = BEGINNINGS.get(start);
    var charset = wide == null ? StandardCharsets.ISO_8859_1 : Charset.forName(wide);
    var found = DECLARATION.matcher(new String(bytes, 0, Math.min(1024, bytes.length), charset));
    var declared = found.find() ? found.group(1) : null;
    return wide == null || ("IBM037".equals(wide) && declared != null) ? declared : wide;
  }

  private @Nullable String strictly(Charset charset, int from) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private boolean ascii() {
    for (var b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset charset(String claim) {
    try {
      return Charset.forName(WEB_NAMES.getOrDefault(claim, claim));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static String name(String charset) {
    return charset.toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> marks() {
    var marks = new LinkedHashMap<String, String>();
    marks.put("0000feff", "UTF-32BE");
    marks.put("fffe0000", "UTF-32LE");
    marks.put("efbbbf", "UTF-8");
    marks.put("feff", "UTF-16BE");
    marks.put("fffe", "UTF-16LE");
    return marks;
  }
}
