package newsroom.enrichment.story;

import java.util.List;
import newsroom.schema.Enriched;

/// Maps tellings out to the event's classes, and back.
public final class Tellings {

  private Tellings() {}

  public static List<newsroom.schema.Telling> toEvent(List<Telling> tellings) {
    return tellings.stream().map(Tellings::toEvent).toList();
  }

  public static List<Telling> of(Enriched event) {
    return event.getTellings().stream().map(Tellings::of).toList();
  }

  private static Telling of(newsroom.schema.Telling telling) {
    return new Telling(
        telling.getUri().toString(),
        telling.getAgency().toString(),
        telling.getSimilarity(),
        telling.getFirstLive());
  }

  private static newsroom.schema.Telling toEvent(Telling telling) {
    return newsroom.schema.Telling.newBuilder()
        .setUri(telling.uri())
        .setAgency(telling.agency())
        .setSimilarity(telling.similarity())
        .setFirstLive(telling.firstLive())
        .build();
  }
}
