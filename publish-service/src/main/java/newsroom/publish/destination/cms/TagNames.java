package newsroom.publish.destination.cms;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// The names that a story's tags have at a site.
public final class TagNames {

  private static final List<String> KINDS =
      List.of("subjects", "places", "people", "organisations", "keywords");
  private static final int MOST = 20;

  private TagNames() {}

  /// Of what kinds of names tags are made, as the setting `tags` says it: all where it says
  /// nothing.
  ///
  /// @throws IllegalArgumentException with a sentence where it names another kind
  public static List<String> kinds(@Nullable String setting) {
    var kinds =
        Arrays.stream(
                (setting == null ? String.join(",", KINDS) : setting).strip().split("[,\\s]+", -1))
            .filter(kind -> !kind.isEmpty() && !kind.equals("none"))
            .toList();
    for (var kind : kinds) {
      if (!KINDS.contains(kind)) {
        throw new IllegalArgumentException(
            "tags names " + kind + "; there are " + KINDS + " and none");
      }
    }
    return kinds;
  }

  /// A story's, of these kinds.
  public static List<String> of(Story story, List<String> kinds) {
    var subjects = story.subjects();
    var names = new LinkedHashSet<String>();
    for (var kind : kinds) {
      names.addAll(
          switch (kind) {
            case "subjects" -> names(subjects.subjects());
            case "places" -> names(subjects.places());
            case "people" -> names(subjects.people());
            case "organisations" -> names(subjects.organisations());
            default -> subjects.keywords();
          });
    }
    return names.stream()
        .map(name -> name.replaceAll("\\s+", " ").strip())
        .filter(name -> !name.isEmpty() && name.length() <= 100)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static List<String> names(List<Concept> concepts) {
    return concepts.stream().filter(Concept::legible).map(Concept::name).toList();
  }
}
