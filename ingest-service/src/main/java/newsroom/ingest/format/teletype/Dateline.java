package newsroom.ingest.format.teletype;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The place where a story was written and whose it is, as the first paragraph begins with them:
/// `Oslo (abc) -`, `PORT LUNDE, Norway (AB) _`, `PORT LUNDE, Dec. 9 Abc -`.
///
/// @param place as written; null where the text begins with no dateline
/// @param credit as written in brackets, or behind the date; null where there is none
public record Dateline(@Nullable String place, @Nullable String credit) {

  private static final int LONGEST = 100;
  private static final Dateline NONE = new Dateline(null, null);

  private static final Pattern CREDITED =
      Pattern.compile("([^()]{2,70}?)\\h*\\(([\\p{L}\\p{N} ./&-]{2,40})\\)");
  private static final Pattern DATED =
      Pattern.compile(
          "(.{2,70}?),\\h*(?:\\d{1,2}\\.?\\h\\p{L}{3,10}\\.?|\\p{L}{3,10}\\.?\\h\\d{1,2})"
              + "(?:,?\\h(\\p{L}[\\p{L} ./&]{1,30}))?");
  private static final Pattern PLACE = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}\\p{N} .,'’/-]{1,69}");
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}[\\p{Lu}.'’-]+(?:[ ,].*)?");
  private static final Pattern DASH = Pattern.compile("\\h(?:-{1,2}|_|–|—)\\h");

  /// Looks for one at the beginning of a paragraph.
  public static Dateline of(String paragraph) {
    var beginning = paragraph.substring(0, Math.min(LONGEST, paragraph.length()));
    var bracket = CREDITED.matcher(beginning);
    if (bracket.lookingAt()) {
      var dated = DATED.matcher(bracket.group(1));
      return of(dated.matches() ? dated.group(1) : bracket.group(1), bracket.group(2), true);
    }
    var dash = DASH.matcher(beginning);
    if (!dash.find()) {
      return NONE;
    }
    var front = beginning.substring(0, dash.start());
    var dated = DATED.matcher(front);
    return dated.matches() ? of(dated.group(1), dated.group(2), false) : of(front, null, false);
  }

  private static Dateline of(String place, @Nullable String credit, boolean bracketed) {
    var stripped = place.strip();
    return PLACE.matcher(stripped).matches() && (bracketed || CAPITALS.matcher(stripped).matches())
        ? new Dateline(stripped, credit == null ? null : credit.strip())
        : NONE;
  }
}
