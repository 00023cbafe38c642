package newsroom.local.control;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.local.command.Typed;
import org.jspecify.annotations.Nullable;

/// The words of a command line, in order.
///
/// @param command the first word
/// @param story what else stands alone, joined: a uri, an address, an identifier or a headline
/// @param values of options, by their names without dashes
/// @param json whether the answer is printed as it comes
/// @param force whether what is as it should be is carried too
record Asked(
    String command, String story, Map<String, String> values, boolean json, boolean force) {

  static final String USAGE =
      """
      usage: newsroom story URI|URL|GUID|HEADLINE…
             newsroom sites
             newsroom deliveries [--site S] [--state S] [--since TIME] [--limit N]
             newsroom kill|reinstate|release|retry|park|replay STORY --why TEXT [--site S] [--by NAME]
             newsroom retry|park --why TEXT [--site S] [--destination D] [--reason TEXT]
                      [--since TIME] [--until TIME] [--by NAME]
             newsroom replay --why TEXT [--site S] [--since TIME] [--until TIME] [--by NAME]
                      [--force]
             newsroom enable SITE/DESTINATION --why TEXT [--by NAME]
      options: [--json] [--data DIR | --to http://HOST:PORT/]""";

  static final Set<String> ACTS = Set.of("retry", "park", "release", "kill", "reinstate", "replay");

  /// What is done to many where no story is named.
  static final Set<String> OF_MANY = Set.of("retry", "park", "replay");

  private static final Set<String> OPTIONS =
      Set.of(
          "site",
          "state",
          "since",
          "until",
          "limit",
          "destination",
          "reason",
          "why",
          "by",
          "data",
          "to");

  private static final Pattern AGO = Pattern.compile("([0-9]{1,4})([mhd])");

  static Asked of(String... arguments) {
    var typed = new Typed(USAGE, arguments);
    var story = new ArrayList<String>();
    var values = new HashMap<String, String>();
    boolean json = false;
    boolean force = false;
    while (!typed.isEmpty()) {
      var word = typed.next();
      var option = word.startsWith("--") ? word.substring(2) : "";
      if (option.equals("json")) {
        json = true;
      } else if (option.equals("force")) {
        force = true;
      } else if (OPTIONS.contains(option)) {
        values.put(option, typed.value(word));
      } else {
        story.add(typed.plain(word));
      }
    }
    if (story.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Asked(story.removeFirst(), String.join(" ", story), values, json, force);
  }

  @Nullable String value(String option) {
    return values.get(option);
  }

  Path data() {
    return Path.of(values.getOrDefault("data", "data"));
  }

  @Nullable URI to() {
    var to = values.get("to");
    return to == null ? null : Typed.address(to);
  }

  /// `2026-11-22T08:00:00Z`, or `30m`, `2h`, `3d` ago.
  @Nullable Instant time(String option, Instant now) {
    var word = values.get(option);
    if (word == null) {
      return null;
    }
    var ago = AGO.matcher(word);
    if (ago.matches()) {
      long many = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "m" -> Duration.ofMinutes(many);
            case "h" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
          });
    }
    try {
      return Instant.parse(word);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--" + option + " is a time as 2026-11-22T08:00:00Z, or 30m, 2h, 3d ago; not " + word, e);
    }
  }
}
