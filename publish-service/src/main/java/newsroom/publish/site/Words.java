package newsroom.publish.site;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// A key and the values that satisfy it.
///
/// @param values in lower case, codes of IPTC by their digits alone
/// @param written as they stand in the file
/// @param line in the file
record Words(Key key, Match match, List<String> values, List<String> written, int line)
    implements Condition {

  /// What a rule may ask of a story by words.
  enum Key {
    AGENCIES,
    DESKS,
    SUBJECTS,
    PLACES,
    LANGUAGES,
    KEYWORDS,
    GENRES,
    TYPES,
    CHANGES,
    USAGE_TERMS,
    COPYRIGHT_HOLDERS;

    /// As written in the file.
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The only values there are; empty where any word may be one.
    Set<String> only() {
      return switch (this) {
        case TYPES ->
            Set.of(
                "text",
                "picture",
                "graphic",
                "audio",
                "video",
                "composite",
                "event",
                "animated",
                "planning",
                "component");
        case CHANGES -> Set.of("new", "update", "correction", "kill");
        default -> Set.of();
      };
    }
  }

  /// How many of the values a story must have.
  enum Match {
    ANY,
    ALL,
    NONE;

    /// As written in the file.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Words of(Key key, Match match, List<String> written, int line) {
    boolean codes = key == Key.SUBJECTS || key == Key.PLACES;
    var values =
        written.stream()
            .map(it -> codes ? Topics.plain(it) : it)
            .map(it -> it.toLowerCase(Locale.ROOT).strip())
            .toList();
    return new Words(key, match, values, written, line);
  }

  @Override
  public boolean holds(Facts facts) {
    var said = facts.of(key);
    // terms of use are sentences: a few words of one are asked for
    Predicate<String> has =
        key == Key.USAGE_TERMS
            ? value -> said.stream().anyMatch(it -> it.contains(value))
            : said::contains;
    return switch (match) {
      case ANY -> values.stream().anyMatch(has);
      case ALL -> values.stream().allMatch(has);
      case NONE -> values.stream().noneMatch(has);
    };
  }

  @Override
  public String missed() {
    return match == Match.NONE
        ? "among the " + key.word() + " this site refuses"
        : "not among the " + key.word() + " this site takes";
  }

  @Override
  public String met() {
    return match == Match.NONE
        ? "not among the " + key.word() + " this site takes"
        : "among the " + key.word() + " this site refuses";
  }

  @Override
  public String asks() {
    var many = written.size() > 1 ? match.word() + " of " : match == Match.NONE ? "none of " : "";
    return key.word()
        + (many.isEmpty() ? " " : ": ")
        + many
        + String.join(", ", written)
        + " (line "
        + line
        + ")";
  }

  @Override
  public String said(Facts facts) {
    var said = facts.said(key);
    return said.isEmpty()
        ? "the story has no " + key.word()
        : "the story has " + key.word() + " " + String.join(", ", said);
  }
}
