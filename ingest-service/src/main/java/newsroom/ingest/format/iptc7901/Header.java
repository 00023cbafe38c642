package newsroom.ingest.format.iptc7901;

import java.util.Locale;
import java.util.regex.Pattern;
import newsroom.ingest.format.teletype.Message;
import org.jspecify.annotations.Nullable;

/// The first line of a message: `abc0123 3 pl 410  abc 0456`.
///
/// @param service the source and its service
/// @param number of the message within its service, as written
/// @param priority 1, the most urgent, to 6
/// @param category in the agency's own letters; small
/// @param options whatever follows the count of words
record Header(
    String service,
    String number,
    int priority,
    String category,
    @Nullable String words,
    @Nullable String options) {

  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z]{1,6})\\h?(\\d{2,6})(?:/\\d{1,3})?\\h+([1-9])\\h+([A-Za-z]{1,4})"
              + "(?:\\h+(\\d{1,5}))?(?:\\h+(\\S.{0,100}))?");

  /// Nothing but the first line of a message looks so, wherever it stands.
  private static final Pattern SURE =
      Pattern.compile(
          "[A-Za-z]{3}\\d{3,5}\\h[1-6]\\h[A-Za-z]{1,3}\\h\\d{1,5}(?:\\h{2,}\\S.{0,60})?");

  /// Reads a line; null when it is none.
  static @Nullable Header of(String line) {
    var header = LINE.matcher(line);
    return header.matches()
        ? new Header(
            header.group(1),
            header.group(2),
            Integer.parseInt(header.group(3)),
            header.group(4).toLowerCase(Locale.ROOT),
            header.group(5),
            header.group(6))
        : null;
  }

  /// Whether a line can only be the first of a message.
  static boolean surely(String line) {
    return line.length() < 120 && SURE.matcher(Message.plain(line)).matches();
  }

  /// Whether the service numbers its messages at all; some systems write noughts only.
  boolean numbered() {
    return number.chars().anyMatch(digit -> digit != '0');
  }
}
