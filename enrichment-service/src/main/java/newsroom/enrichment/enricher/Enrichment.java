package newsroom.enrichment.enricher;

import java.util.ArrayList;
import java.util.List;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Telling;

/// What the enrichers found for one story.
///
/// @param related links, best first
/// @param tellings the same story from other agencies, the first that came first
/// @param additions what is told about it beside its links
/// @param missing names of those that failed or ran out of time, and of what an enricher had to do
///     without
public record Enrichment(
    List<Candidate> related, List<Telling> tellings, Additions additions, List<String> missing) {

  /// For a story that gets nothing: it is killed, withheld, or nobody was asked.
  public static final Enrichment NONE = new Enrichment(List.of(), List.of());

  /// Links, and nothing else.
  public Enrichment(List<Candidate> related, List<String> missing) {
    this(related, List.of(), missing);
  }

  /// Links and tellings.
  public Enrichment(List<Candidate> related, List<Telling> tellings, List<String> missing) {
    this(related, tellings, Additions.NONE, missing);
  }

  /// Something beside links.
  public static Enrichment of(Additions additions) {
    return new Enrichment(List.of(), List.of(), additions, List.of());
  }

  /// Nothing but what is missing, where there is no room for links, nor for anything else.
  public Enrichment withoutLinks() {
    var lost = new ArrayList<>(missing);
    if (!related.isEmpty()) {
      lost.add("links, for want of room");
    }
    if (!additions.equals(Additions.NONE)) {
      lost.add("all else, for want of room");
    }
    return new Enrichment(List.of(), tellings, Additions.NONE, List.copyOf(lost));
  }

  /// Both together.
  Enrichment and(Enrichment other) {
    return new Enrichment(
        and(related, other.related),
        and(tellings, other.tellings),
        additions.and(other.additions),
        and(missing, other.missing));
  }

  /// The same, where one that was asked gave no answer.
  Enrichment without(String name) {
    return new Enrichment(related, tellings, additions, and(missing, List.of(name)));
  }

  private static <T> List<T> and(List<T> some, List<T> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
