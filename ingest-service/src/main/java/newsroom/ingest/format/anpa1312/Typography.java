package newsroom.ingest.format.anpa1312;

/// Puts real quotation marks and dashes where a teletype has pairs of accents and apostrophes, and
/// underlines.
final class Typography {

  private Typography() {}

  static String of(String text) {
    var set = new StringBuilder(text.length());
    var single = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var pair = i + 1 < text.length() && text.charAt(i + 1) == c;
      if (c == '`') {
        set.append(pair ? '“' : '‘');
        single |= !pair;
        i += pair ? 1 : 0;
      } else if (c == '\'' && pair) {
        set.append('”');
        i++;
      } else if (c == '\'' && single && !letter(text, i + 1)) {
        set.append('’');
        single = false;
      } else {
        set.append(c == '_' && alone(text, i) ? '—' : c);
      }
    }
    return set.toString();
  }

  private static boolean alone(String text, int at) {
    return (at == 0 || text.charAt(at - 1) == ' ')
        && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
  }

  private static boolean letter(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
