package newsroom.publish.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.publish.rendition.Path;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// The pattern of a site's addresses, as `{section}/{yyyy}/{MM}/{dd}/{path}-{id}/`.
///
/// @param pattern of letters, digits, dashes, slashes and the names in braces
record Addresses(String pattern) {

  static final Addresses USUAL = new Addresses("{section}/{yyyy}/{MM}/{dd}/{path}-{id}/");

  private static final Set<String> NAMES =
      Set.of("section", "yyyy", "MM", "dd", "path", "id", "agency", "language");
  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]*");

  /// What is wrong with it; null for nothing.
  @Nullable String mistake() {
    var names = NAME.matcher(pattern).results().map(it -> it.group(1)).toList();
    for (var name : names) {
      if (!NAMES.contains(name)) {
        var known = NAMES.stream().sorted().toList();
        return "names {" + name + "}" + Proof.hint(name, known) + " (known are " + known + ")";
      }
    }
    if (!names.contains("id")) {
      return "must have {id}, which keeps stories with the same headline apart";
    }
    var plain = NAME.matcher(pattern).replaceAll("x");
    if (!PLAIN.matcher(plain).matches() || plain.contains("//") || plain.contains("..")) {
      return "must be a path below the site's root of letters, digits and dashes, not " + pattern;
    }
    return pattern.endsWith("/") ? null : "must end in a slash";
  }

  /// Where below the site's root a story gets its address when it first comes to this site. It says
  /// the day the story began, in the site's own time, and the end of the uri keeps equal headlines
  /// apart.
  String of(Story story, String section, ZoneId zone) {
    var began = story.lifecycle().firstCreated();
    var day = began == null ? story.mark().created() : began;
    return NAME.matcher(pattern)
        .replaceAll(
            name -> Matcher.quoteReplacement(value(name.group(1), story, section, day, zone)));
  }

  private static String value(String name, Story story, String section, Instant day, ZoneId zone) {
    var uri = story.uri();
    return switch (name) {
      case "section" -> section;
      case "path" -> Path.of(story.headlines().headline());
      case "id" -> uri.substring(Math.max(0, uri.length() - 8));
      case "agency" -> Path.of(story.origin().agency());
      case "language" -> Path.of(story.headlines().language());
      default -> DateTimeFormatter.ofPattern(name).format(day.atZone(zone));
    };
  }
}
