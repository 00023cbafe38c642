package newsroom.publish.rendition;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where and when a story was written, as it stands before its first words.
public final class Dateline {

  private static final Pattern DASH_AT_END = Pattern.compile("\\s*[-–—]+$");

  /// The town of a dateline ends where its region, date or agency begins.
  private static final Pattern TOWN = Pattern.compile("^[^,(;:–—-]+");

  /// How far into the paragraph a dateline of its own may reach: a region, a date and an agency.
  private static final int REACH = 60;

  private static final Pattern OWN =
      Pattern.compile("^(?!\\p{L})[^.!?]{0," + REACH + "}?\\s[-–—]{1,2}\\s");

  private Dateline() {}

  /// The dateline without its dash; null where there is none, or the paragraph begins with one of
  /// its own, as many agencies file both.
  ///
  /// @param paragraph the first words of the story, without markup
  public static @Nullable String before(@Nullable String dateline, String paragraph) {
    if (dateline == null || dateline.isBlank() || isOwn(dateline.strip(), paragraph.strip())) {
      return null;
    }
    return DASH_AT_END.matcher(dateline.strip()).replaceFirst("");
  }

  private static boolean isOwn(String dateline, String paragraph) {
    if (DASH_AT_END.matcher(dateline).find() && paragraph.startsWith(dateline)) {
      return true;
    }
    var town = TOWN.matcher(dateline);
    if (!town.find()) {
      return false;
    }
    var name = town.group().strip().toLowerCase(Locale.ROOT);
    boolean named = paragraph.toLowerCase(Locale.ROOT).startsWith(name);
    return named && OWN.matcher(paragraph.substring(name.length())).find();
  }
}
