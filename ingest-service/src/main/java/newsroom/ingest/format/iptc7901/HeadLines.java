package newsroom.ingest.format.iptc7901;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.format.teletype.Message;
import org.jspecify.annotations.Nullable;

/// What stands above a text: kickers, the headline, and the byline, one below the other, the last
/// line with an equals sign at its end.
///
/// @param keywords the keyword line where it stands here, in messages without STX
/// @param kickers what is written over the headline: `(Urgent)`, `2ND LEAD`, a section
/// @param length how many lines of the text these are
record HeadLines(
    @Nullable String keywords,
    List<String> kickers,
    @Nullable String headline,
    @Nullable String byline,
    int length) {

  private static final int MOST = 15;

  private static final int LONGEST = 300;

  /// A line is filled to about this column before the next one is begun.
  private static final int COLUMN = 60;

  private static final Pattern BYLINE =
      Pattern.compile("(?:By|Von|Par|Por|Door|VON|BY|PAR)\\h+(\\p{L}[^.!?:]{2,80})");

  /// Reads them from the front of a text.
  ///
  /// @param started whether the text begins with them; else the keyword line may come before
  static HeadLines of(List<String> text, boolean started) {
    var lines = new ArrayList<String>();
    var keywords = (String) null;
    var at = 0;
    var closed = false;
    while (at < text.size() && !closed && lines.size() < MOST) {
      var line = Message.plain(text.get(at++));
      if (line.length() > LONGEST) {
        return new HeadLines(keywords, List.of(), null, null, keywords == null ? 0 : 1);
      }
      if (line.isEmpty() && started && !lines.isEmpty()) {
        break;
      }
      closed = line.endsWith("=");
      var words = closed ? line.substring(0, line.length() - 1).strip() : line;
      if (!started && keywords == null && lines.isEmpty() && words.endsWith("/")) {
        keywords = words;
      } else if (!words.isEmpty()) {
        lines.add(words);
      }
    }
    if (!closed && !started) {
      return new HeadLines(keywords, List.of(), null, null, keywords == null ? 0 : 1);
    }
    return of(keywords, lines, byline(text, at), at);
  }

  private static HeadLines of(
      @Nullable String keywords, List<String> lines, @Nullable String below, int length) {
    var byline = lines.size() < 2 ? null : named(lines.getLast());
    if (byline != null) {
      lines.removeLast();
    } else if (below != null) {
      byline = named(below);
    }
    var first = lines.size() - 1;
    while (first > 0 && runsOn(lines.get(first - 1), lines.get(first))) {
      first--;
    }
    return new HeadLines(
        keywords,
        List.copyOf(lines.subList(0, Math.max(0, first))),
        lines.isEmpty() ? null : String.join(" ", lines.subList(first, lines.size())),
        byline,
        below == null ? length : length + 1);
  }

  /// The line right below the head, where it is a byline that stands alone.
  private static @Nullable String byline(List<String> text, int at) {
    if (at + 1 >= text.size() || !Message.plain(text.get(at + 1)).isEmpty()) {
      return null;
    }
    var line = Message.plain(text.get(at));
    return named(line) == null ? null : line;
  }

  private static @Nullable String named(String line) {
    var byline = BYLINE.matcher(line);
    return byline.matches() ? byline.group(1).strip() : null;
  }

  /// Whether a line was broken only because the next word found no room.
  private static boolean runsOn(String line, String next) {
    return line.length() + 1 + next.split("\\h", 2)[0].length() > COLUMN;
  }
}
