package newsroom.ingest.format.anpa1312;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import newsroom.ingest.format.teletype.Message;
import org.jspecify.annotations.Nullable;

/// The two lines of a header: `W2870` and a selector; `f l BC-LT--Harbour-Storm 1stLd 11-13 1049`.
///
/// @param service a letter, or a few
/// @param number of the message within its service
/// @param priority a letter
/// @param category a letter, or a few
/// @param keyword the slug, short, and the version
/// @param day month and day as written
record Header(
    String service, String number, char priority, String category, Slug keyword, String day) {

  private static final int LONGEST = 160;

  private static final Pattern FIRST = Pattern.compile("([A-Za-z]{1,3})(\\d{3,5})\\S{0,30}");
  private static final Pattern SECOND =
      Pattern.compile("([a-z])\\h([a-z]{1,3})\\h{1,3}(\\S.*?)\\h+(\\d{1,2}-\\d{1,2})\\h+\\d{1,5}");

  /// Reads the header in front of these lines; null when there is none.
  static @Nullable Header of(List<String> lines) {
    if (!at(lines, 0)) {
      return null;
    }
    var first = FIRST.matcher(Message.plain(lines.get(0)));
    var second = SECOND.matcher(spaced(lines.get(1)));
    return first.matches() && second.matches()
        ? new Header(
            first.group(1),
            first.group(2),
            second.group(1).charAt(0),
            second.group(2),
            Slug.ofHeader(second.group(3)),
            second.group(4))
        : null;
  }

  /// Whether these two lines can only be a header.
  static boolean at(List<String> lines, int line) {
    return line + 1 < lines.size()
        && lines.get(line).length() < LONGEST
        && lines.get(line + 1).length() < LONGEST
        && FIRST.matcher(Message.plain(lines.get(line))).matches()
        && SECOND.matcher(spaced(lines.get(line + 1))).matches();
  }

  /// Between category and slug stand two control characters and no more than perhaps a blank.
  private static String spaced(String line) {
    var plain = Message.plain(line.replace('\u0011', ' ').replace('\u0012', ' '));
    return plain
        .replaceFirst("^([A-Za-z]\\h[A-Za-z]{1,3})(?=[A-Z]{2}-)", "$1 ")
        .transform(text -> lower(text));
  }

  private static String lower(String line) {
    var front = Math.min(5, line.length());
    return line.substring(0, Math.min(3, front)).toLowerCase(Locale.ROOT)
        + line.substring(Math.min(3, front));
  }

  /// 1 to 5; null for the letters that say when to print rather than how urgent it is.
  @Nullable Integer urgency() {
    return switch (priority) {
      case 'f' -> 1;
      case 'b' -> 2;
      case 'u' -> 3;
      case 'r' -> 4;
      case 'd' -> 5;
      default -> null;
    };
  }
}
