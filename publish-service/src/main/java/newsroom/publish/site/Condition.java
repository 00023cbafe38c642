package newsroom.publish.site;

import java.util.List;
import java.util.Locale;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// One line of a rule: a key and the values that satisfy it.
///
/// @param values in lower case
record Condition(Key key, List<String> values) {

  /// What a rule may ask of a story.
  enum Key {
    AGENCIES,
    LANGUAGES,
    SUBJECTS,
    PLACES,
    KEYWORDS,
    GENRES;

    /// As written in the file.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean holds(Story story) {
    return facts(story).stream().anyMatch(fact -> values.contains(fact.toLowerCase(Locale.ROOT)));
  }

  private List<String> facts(Story story) {
    return switch (key) {
      case AGENCIES -> List.of(story.origin().agency());
      case LANGUAGES -> languages(story.headlines().language());
      case SUBJECTS -> names(story.subjects().subjects());
      case PLACES -> names(story.subjects().places());
      case KEYWORDS -> story.subjects().keywords();
      case GENRES -> optional(story.headlines().genre());
    };
  }

  private static List<String> names(List<Concept> concepts) {
    return concepts.stream()
        .<String>mapMulti(
            (concept, each) -> {
              each.accept(concept.name());
              if (concept.code() != null) {
                each.accept(concept.code());
              }
            })
        .toList();
  }

  /// `en-US` is English too.
  private static List<String> languages(String tag) {
    int dash = tag.indexOf('-');
    return dash < 0 ? List.of(tag) : List.of(tag, tag.substring(0, dash));
  }

  private static List<String> optional(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }
}
