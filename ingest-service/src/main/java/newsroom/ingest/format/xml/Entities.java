package newsroom.ingest.format.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import newsroom.ingest.format.Unreadable;
import org.jspecify.annotations.Nullable;

/// The entities that a DOCTYPE declares. Plain words may be put in; one that stands in a file, or
/// is made of other entities or markup, may be declared but not used.
final class Entities {

  private static final Pattern DECLARED =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.:-]+)\\s+(?:(?:SYSTEM|PUBLIC)\\b|\"([^\"]*)\"|'([^']*)')",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN =
      Pattern.compile("(?:[^&<%]|&#\\d{1,7};|&#[xX][0-9a-fA-F]{1,6};)*");
  private static final int LONGEST = 1_000;
  private static final int ALL_TOGETHER = 64_000;

  private final Map<String, @Nullable String> words = new HashMap<>();
  private int used;

  /// Takes the DOCTYPE that begins at `at`, and gives where it ends.
  int declared(String text, int at) throws Unreadable {
    var end = end(text, at);
    var declared = DECLARED.matcher(text).region(at, end);
    while (declared.find() && words.size() < 1_000) {
      var value = declared.group(2) == null ? declared.group(3) : declared.group(2);
      var plain = value != null && value.length() <= LONGEST && PLAIN.matcher(value).matches();
      words.putIfAbsent(declared.group(1), plain ? value : null);
    }
    return end;
  }

  /// What stands for the entity; null when the document does not declare it.
  ///
  /// @throws Unreadable when it is not plain words
  @Nullable String words(String name) throws Unreadable {
    if (!words.containsKey(name)) {
      return null;
    }
    var plain = words.get(name);
    if (plain == null) {
      throw new Unreadable(
          "the XML uses the entity '"
              + name
              + "', which its DOCTYPE takes from a file or makes of other entities; that is never followed");
    }
    used += plain.length();
    if (used > ALL_TOGETHER) {
      throw new Unreadable("the entities of the XML grow beyond " + ALL_TOGETHER + " characters");
    }
    return plain;
  }

  private static int commentEnd(String text, int from) throws Unreadable {
    var end = text.indexOf("-->", from);
    if (end < 0) {
      throw new Unreadable("the XML ends within a comment; the wire seems to be cut off");
    }
    return end;
  }

  private static int end(String text, int from) throws Unreadable {
    var brackets = 0;
    for (var at = from; at < text.length(); at++) {
      var c = text.charAt(at);
      if (text.startsWith("<!--", at)) {
        at = commentEnd(text, at);
      } else if (c == '"' || c == '\'') {
        at = Math.max(at, text.indexOf(c, at + 1));
      } else if (c == '[' || c == ']') {
        brackets += c == '[' ? 1 : -1;
      } else if (c == '>' && brackets <= 0) {
        return at + 1;
      }
    }
    throw new Unreadable("the XML ends within its DOCTYPE; the wire seems to be cut off");
  }
}
