package newsroom.ingest.format;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a wire is that no format reads, in words for the one who sent it.
final class OtherKind {

  private static final Map<String, String> ROOTS =
      Map.of(
          "sports-content", "SportsML, which is data without a text",
          "sports-content-codes", "SportsML codes",
          "rss-feeds", "a list of feeds",
          "opml", "a list of feeds (OPML)",
          "xmpmeta", "the metadata of a picture (XMP)",
          "Envelope", "a SOAP message");

  /// By what the bytes begin with, as they look when they are read as text.
  private static final Map<Pattern, String> BEGINNINGS =
      Map.of(
          Pattern.compile("^\\u00FF\\u00D8\\u00FF"), "a JPEG picture",
          Pattern.compile("^\\u2030PNG"), "a PNG picture",
          Pattern.compile("^GIF8[79]a"), "a GIF picture",
          Pattern.compile("^(?:II\\*|MM\\*)"), "a TIFF picture",
          Pattern.compile("^%PDF-"), "a PDF document",
          Pattern.compile("^PK"), "a ZIP archive",
          Pattern.compile("^(?i)BEGIN:VCALENDAR"), "a calendar (iCalendar)",
          Pattern.compile("^(?i)BEGIN:VCARD"), "a visiting card (vCard)");

  private OtherKind() {}

  /// Ends a sentence that begins with "this wire".
  static String of(Opening opening) {
    for (var known : BEGINNINGS.entrySet()) {
      if (known.getKey().matcher(opening.text()).find()) {
        return "is " + known.getValue();
      }
    }
    var kind = root(opening);
    return "begins with '" + opening.beginning() + "'" + (kind == null ? "" : ", " + kind);
  }

  private static @Nullable String root(Opening opening) {
    return opening.root() == null ? null : ROOTS.get(opening.root());
  }
}
