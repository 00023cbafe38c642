package newsroom.ingest.format.anpa1312;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Plain;
import org.jspecify.annotations.Nullable;

/// What a story is called while it goes on, and which version of it this is: `BC-LT--Harbour
/// Storm, 2nd Ld-Writethru,466`.
///
/// @param cycle BC, AM or PM: for which papers; the same story may come in any
/// @param name of the story; empty where a message has none
/// @param version as written: `2nd Ld-Writethru`, `1st Add`; null where it is the story itself
record Slug(@Nullable String cycle, String name, @Nullable String version) {

  private static final int LONGEST = 200;
  private static final Pattern CYCLE = Pattern.compile("(?i)(BC|AM|PM|AP)-(?=\\S)");
  private static final Pattern WORDS = Pattern.compile(",\\h*\\d{0,5}$");
  private static final Pattern LEAD =
      Pattern.compile("(?i)(\\d{1,2})(?:st|nd|rd|th)\\h?(?:ld|lead)\\b.*");
  private static final Pattern PART =
      Pattern.compile(
          "(?i)(?:\\d{1,2}(?:st|nd|rd|th)\\h?(?:add|take|insert)|(?:add|take|insert)\\h?\\d{1,2})\\b");
  private static final Pattern SECTION = Pattern.compile("([A-Z]{2,4})--?(?=\\S).*");

  /// Reads the keyword of a header's second line, where the version follows a blank.
  static Slug ofHeader(String keyword) {
    var parts = keyword.strip().split("\\h+", 2);
    return of(parts[0], parts.length > 1 ? parts[1] : null);
  }

  /// Reads the first line of a text, where commas are between slug, version and words; null when
  /// it is something else.
  ///
  /// @param header what the header says
  static @Nullable Slug ofLine(String line, Slug header) {
    if (line.length() > LONGEST) {
      return null;
    }
    var words = WORDS.matcher(line.strip()).replaceFirst("");
    var parts = words.split(",", 2);
    var cycle = CYCLE.matcher(parts[0]);
    return cycle.lookingAt() || bare(parts[0]).equals(bare(header.name()))
        ? of(parts[0], parts.length > 1 ? parts[1] : null)
        : null;
  }

  private static Slug of(String text, @Nullable String version) {
    Matcher cycle = CYCLE.matcher(text.strip());
    return cycle.lookingAt()
        ? new Slug(cycle.group(1), text.strip().substring(cycle.end()), Plain.text(version))
        : new Slug(null, text.strip(), Plain.text(version));
  }

  /// Which lead this is; 0 for the story itself.
  int lead() {
    var lead = LEAD.matcher(version == null ? "" : version);
    return lead.lookingAt() ? Integer.parseInt(lead.group(1)) : 0;
  }

  /// The piece of the story that this is, where it is a story's continuation under its slug.
  @Nullable String part() {
    var part = PART.matcher(version == null ? "" : version);
    return part.find() ? bare(part.group()) : null;
  }

  /// The letters in front of a slug by which a desk sorts it: `BKN` of `BKN--Harbour-Hawks`.
  @Nullable String section() {
    var section = SECTION.matcher(name);
    return section.matches() && name.startsWith("--", section.end(1)) ? section.group(1) : null;
  }

  /// The story without regard to how its name is spelt.
  String key() {
    return bare(name);
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\h-]+", "");
  }
}
