package newsroom.enrichment.enricher;

import java.util.ArrayList;
import java.util.List;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Telling;

/// What the enrichers found for one story.
///
/// @param tellings the same story from other agencies, the first that came first
/// @param missing names of those that failed or ran out of time, and of what an enricher had to do
///     without
public record Enrichment(List<Candidate> related, List<Telling> tellings, List<String> missing) {

  /// For a story that gets nothing: it is killed, withheld, or nobody was asked.
  public static final Enrichment NONE = new Enrichment(List.of(), List.of());

  /// Links, and nothing else.
  public Enrichment(List<Candidate> related, List<String> missing) {
    this(related, List.of(), missing);
  }

  /// The same, where there is no room for the links.
  public Enrichment withoutLinks() {
    var also = new ArrayList<>(missing);
    if (!related.isEmpty()) {
      also.add("links, for want of room");
    }
    return new Enrichment(List.of(), tellings, also);
  }
}
