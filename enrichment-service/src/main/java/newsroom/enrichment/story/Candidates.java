package newsroom.enrichment.story;

import java.util.List;
import newsroom.schema.Enriched;

/// Maps related links out to the event's classes, and back.
public final class Candidates {

  private Candidates() {}

  public static List<newsroom.schema.Candidate> toEvent(List<Candidate> candidates) {
    return candidates.stream().map(Candidates::toEvent).toList();
  }

  public static List<Candidate> of(Enriched event) {
    return event.getRelated().stream().map(Candidates::of).toList();
  }

  private static Candidate of(newsroom.schema.Candidate candidate) {
    return new Candidate(
        candidate.getUri().toString(),
        candidate.getHeadline().toString(),
        switch (candidate.getLabel()) {
          case ADDITIONAL_REPORTING -> Label.ADDITIONAL_REPORTING;
          case IN_CASE_YOU_MISSED_IT -> Label.IN_CASE_YOU_MISSED_IT;
        },
        candidate.getScore(),
        candidate.getReason().toString(),
        candidate.getAfterBlock(),
        Stories.text(candidate.getUrl()));
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
        .setUrl(candidate.archive())
        .build();
  }
}
