package newsroom.ingest.agency;

import java.util.List;
import java.util.regex.Pattern;

/// Takes marks such as `1st Ld-Writethru` from the front and the end of headlines.
final class TakeMarks {

  private static final int AT_MOST = 4;

  private final List<Pattern> front;
  private final List<Pattern> end;

  TakeMarks(List<String> marks) {
    this.front = marks.stream().map(mark -> Pattern.compile("^(?:" + mark + ")\\s*")).toList();
    this.end = marks.stream().map(mark -> Pattern.compile("\\s*(?:" + mark + ")$")).toList();
  }

  /// The headline without them; as it was where nothing would be left.
  String off(String headline) {
    var text = headline.strip();
    for (int i = 0; i < AT_MOST; i++) {
      var before = text;
      for (var mark : front) {
        text = mark.matcher(text).replaceFirst("");
      }
      for (var mark : end) {
        text = mark.matcher(text).replaceFirst("");
      }
      if (text.equals(before)) {
        break;
      }
    }
    return text.isBlank() ? headline : text.equals(headline.strip()) ? headline : text.strip();
  }
}
