package newsroom.enrichment.story;

import java.util.List;

/// Maps related links out to the event's classes.
public final class Candidates {

  private Candidates() {}

  public static List<newsroom.schema.Candidate> toEvent(List<Candidate> candidates) {
    return candidates.stream().map(Candidates::toEvent).toList();
  }

  private static newsroom.schema.Candidate toEvent(Candidate candidate) {
    return newsroom.schema.Candidate.newBuilder()
        .setUri(candidate.uri())
        .setHeadline(candidate.headline())
        .setLabel(
            switch (candidate.label()) {
              case ADDITIONAL_REPORTING -> newsroom.schema.Label.ADDITIONAL_REPORTING;
              case IN_CASE_YOU_MISSED_IT -> newsroom.schema.Label.IN_CASE_YOU_MISSED_IT;
            })
        .setScore(candidate.score())
        .setReason(candidate.reason())
        .setAfterBlock(candidate.afterBlock())
        .build();
  }
}
