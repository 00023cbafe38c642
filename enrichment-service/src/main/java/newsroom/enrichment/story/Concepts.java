package newsroom.enrichment.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Maps subjects and places in from the event's classes and out to them.
public final class Concepts {

  private Concepts() {}

  static List<Concept> of(List<newsroom.schema.Concept> concepts) {
    return concepts.stream().map(Concepts::of).toList();
  }

  private static Concept of(newsroom.schema.Concept concept) {
    return new Concept(
        Stories.text(concept.getCode()),
        concept.getName().toString(),
        Stories.text(concept.getScheme()));
  }

  public static List<newsroom.schema.Concept> toEvent(List<Concept> concepts) {
    return concepts.stream().map(Concepts::event).toList();
  }

  public static newsroom.schema.@Nullable Concept toEvent(@Nullable Concept concept) {
    return concept == null ? null : event(concept);
  }

  private static newsroom.schema.Concept event(Concept concept) {
    return newsroom.schema.Concept.newBuilder()
        .setCode(concept.code())
        .setName(concept.name())
        .setScheme(concept.scheme())
        .build();
  }
}
