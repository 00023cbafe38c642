package newsroom.enrichment.story;

import java.util.Map;

/// Takes the inline markup off text that ingest has sanitised: tags it knows to be whole, and
/// character references.
final class Markup {

  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private static final int LONGEST_REFERENCE = 10;

  private Markup() {}

  static String plain(CharSequence markup) {
    var text = markup.toString();
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text.strip();
    }
    var plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      at =
          switch (text.charAt(at)) {
            case '<' -> skipTag(text, at, plain);
            case '&' -> reference(text, at, plain);
            default -> {
              plain.append(text.charAt(at));
              yield at + 1;
            }
          };
    }
    return plain.toString().strip();
  }

  private static int skipTag(String text, int at, StringBuilder plain) {
    int end = text.indexOf('>', at);
    boolean tag =
        end > at + 1 && (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '/');
    if (!tag) {
      plain.append('<');
      return at + 1;
    }
    if (text.startsWith("br", at + 1)) {
      plain.append(' ');
    }
    return end + 1;
  }

  private static int reference(String text, int at, StringBuilder plain) {
    int end = text.indexOf(';', at);
    if (end < 0 || end - at > LONGEST_REFERENCE) {
      plain.append('&');
      return at + 1;
    }
    var name = text.substring(at + 1, end);
    plain.append(name.startsWith("#") ? numbered(name) : NAMED.getOrDefault(name, " "));
    return end + 1;
  }

  private static String numbered(String name) {
    try {
      int code =
          name.startsWith("#x") || name.startsWith("#X")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    } catch (NumberFormatException _) {
      return " ";
    }
  }
}
