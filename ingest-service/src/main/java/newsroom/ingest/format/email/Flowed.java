package newsroom.ingest.format.email;

/// Puts together the lines that `format=flowed` (RFC 3676) has broken.
final class Flowed {

  private static final String SIGNATURE = "-- ";

  private Flowed() {}

  /// @param spaceDeleted whether the blank at a soft line end was put there for it only
  static String joined(String text, boolean spaceDeleted) {
    var joined = new StringBuilder(text.length());
    var depth = -1;
    for (var line : text.lines().toList()) {
      var quoted = depth(line);
      var start = quoted < line.length() && line.charAt(quoted) == ' ' ? quoted + 1 : quoted;
      var words = line.substring(start);
      if (depth != quoted || words.equals(SIGNATURE)) {
        joined.append(joined.isEmpty() ? "" : "\n").append(">".repeat(quoted));
        joined.append(quoted > 0 ? " " : "");
      }
      var soft = words.endsWith(" ") && !words.equals(SIGNATURE);
      joined.append(soft && spaceDeleted ? words.substring(0, words.length() - 1) : words);
      depth = soft ? quoted : -1;
    }
    return joined.toString();
  }

  private static int depth(String line) {
    var depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }
}
