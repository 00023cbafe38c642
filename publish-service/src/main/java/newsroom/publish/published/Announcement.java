package newsroom.publish.published;

import java.time.Instant;
import newsroom.publish.published.LastWord.Place;
import newsroom.schema.Article;
import newsroom.schema.Outcome;
import newsroom.schema.OutcomeState;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/// The last word as an event. Here, and nowhere else, ours becomes the event's classes.
final class Announcement {

  private Announcement() {}

  static byte[] of(LastWord word, Instant now) {
    return EventCodec.PUBLISHED.encode(
        Published.newBuilder()
            .setUri(word.uri())
            .setVersion(word.mark().version())
            .setVersionCreated(word.mark().created())
            .setRevision(word.mark().revision())
            .setPublished(now)
            .setState(StoryState.valueOf(word.state().name()))
            .setFirstLive(word.firstLive())
            .setArticle(article(word.event()))
            .setOutcomes(word.places().stream().map(Announcement::outcome).toList())
            .build());
  }

  private static @Nullable Article article(byte @Nullable [] event) {
    return event == null ? null : EventCodec.ENRICHED.decode(event).getArticle();
  }

  private static Outcome outcome(Place place) {
    return Outcome.newBuilder()
        .setSite(place.site())
        .setDestination(place.destination().substring(place.destination().indexOf('/') + 1))
        .setState(OutcomeState.valueOf(place.state()))
        .setUrl(place.url())
        .setLiveVersion(place.liveVersion())
        .setLiveSince(place.liveSince())
        .setReason(place.reason())
        .build();
  }
}
