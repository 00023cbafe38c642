package newsroom.publish.site;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.publish.rendition.Masthead;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/// Reads what a site takes, where it puts it and what makes it wait.
final class ReadRules {

  private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");
  private static final Pattern URGENCY = Pattern.compile("([1-9])(?:\\s*-\\s*([1-9]))?");
  private static final Duration A_DAY = Duration.ofDays(1);

  List<Rules.Place> places(Entry entry) {
    var places = new ArrayList<Rules.Place>();
    for (var section : entry.entries("sections", "section")) {
      var path = section.text("path");
      if (!path.isEmpty() && !PATH.matcher(path).matches()) {
        section.mistake("path", "must be of a-z, 0-9 and dashes, not " + path);
      }
      var show = new Masthead.Section(path, section.text("name"));
      places.add(new Rules.Place(show, conditions(section)));
    }
    if (places.isEmpty() || !places.getLast().belongs().isEmpty()) {
      entry.mistake("sections", "must end with one that has no conditions, for all the rest");
    }
    return places;
  }

  List<Condition> conditions(@Nullable Entry entry) {
    if (entry == null) {
      return List.of();
    }
    var conditions = new ArrayList<Condition>();
    for (var key : Words.Key.values()) {
      words(entry, key, conditions);
    }
    var urgency = urgency(entry);
    if (urgency != null) {
      conditions.add(urgency);
    }
    entry.nothingElse();
    return conditions;
  }

  private static void words(Entry entry, Words.Key key, List<Condition> into) {
    if (!entry.branches(key.word())) {
      words(entry, key.word(), key, Words.Match.ANY, into);
      return;
    }
    var several = Objects.requireNonNull(entry.entry(key.word()));
    for (var match : Words.Match.values()) {
      words(several, match.word(), key, match, into);
    }
    several.nothingElse();
  }

  private static void words(
      Entry entry, String word, Words.Key key, Words.Match match, List<Condition> into) {
    var values = entry.texts(word);
    for (var value : values) {
      if (!key.only().isEmpty() && !key.only().contains(value)) {
        var known = key.only().stream().sorted().toList();
        entry.mistake(
            word, "names " + value + Proof.hint(value, known) + " (known are " + known + ")");
      }
    }
    if (!values.isEmpty()) {
      into.add(Words.of(key, match, values, entry.line(word)));
    }
  }

  private static @Nullable Urgency urgency(Entry entry) {
    var text = entry.optional("urgency");
    if (text == null) {
      return null;
    }
    var numbers = URGENCY.matcher(text.strip());
    if (!numbers.matches()) {
      entry.mistake("urgency", "must be a number from 1 to 9 or two as 1-4, not " + text);
      return null;
    }
    int first = Integer.parseInt(numbers.group(1));
    return numbers.group(2) == null
        ? new Urgency(1, first, entry.line("urgency"))
        : new Urgency(first, Integer.parseInt(numbers.group(2)), entry.line("urgency"));
  }

  Rules.Waits waits(Entry entry, ZoneId zone) {
    var holds = new ArrayList<List<Condition>>();
    for (var hold : entry.entries("hold", "hold")) {
      holds.add(when(hold, true));
      hold.nothingElse();
    }
    var windows = new ArrayList<Window>();
    for (var window : entry.entries("windows", "window")) {
      var conditions = when(window, false);
      windows.add(new ReadWindow(window, zone).read(conditions));
    }
    return new Rules.Waits(choice(entry), holds, windows);
  }

  /// Which stories are meant: `always`, or conditions of which all must hold.
  private List<Condition> when(Entry entry, boolean required) {
    if (entry.branches("when")) {
      var conditions = conditions(entry.entry("when"));
      if (conditions.isEmpty()) {
        entry.mistake("when", "has no conditions; for every story say always");
      }
      return conditions;
    }
    var word = required ? entry.text("when") : entry.text("when", "always");
    if (!word.isEmpty() && !word.equals("always")) {
      entry.mistake("when", "must be always or conditions, not " + word);
    }
    return List.of();
  }

  private static @Nullable Choice choice(Entry entry) {
    if (entry.branches("tellings")) {
      var tellings = Objects.requireNonNull(entry.entry("tellings"));
      var prefer = tellings.texts("prefer");
      if (prefer.isEmpty()) {
        tellings.mistake("prefer", "is missing: agencies, the best first");
      }
      var choice = new Choice(prefer, wait(tellings));
      tellings.nothingElse();
      return choice;
    }
    var word = entry.text("tellings", "all");
    return switch (word) {
      case "all" -> null;
      case "first" -> new Choice(List.of(), Duration.ZERO);
      default -> {
        entry.mistake("tellings", "must be all, first or {prefer: [agencies]}, not " + word);
        yield null;
      }
    };
  }

  private static Duration wait(Entry tellings) {
    var text = tellings.text("wait", "0s");
    try {
      var wait = DurationStyle.detectAndParse(text);
      if (!wait.isNegative() && wait.compareTo(A_DAY) <= 0) {
        return wait;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    tellings.mistake("wait", "must be a time as 90s, 15m or 2h, a day at most, not " + text);
    return Duration.ZERO;
  }
}
