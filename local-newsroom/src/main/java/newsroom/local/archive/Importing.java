package newsroom.local.archive;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsroom.ingest.draft.Origin;
import newsroom.ingest.draft.Proofs;
import newsroom.schema.Article;
import newsroom.schema.Outcome;
import newsroom.schema.OutcomeState;
import newsroom.schema.PubStatus;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/// Says the stories of an archive, each once: what the topic holds in this version or a newer one
/// stays, and of what the newsroom itself has said something nothing is touched.
final class Importing {

  private static final EventCodec<Published> CODEC = EventCodec.PUBLISHED;
  private static final String ARCHIVE = "archive";

  private final PublishedTopic topic;
  private final Map<String, Optional<Mark>> held;
  private final Proofs proofs;
  private final Clock clock;
  private final PrintStream err;
  private final Tally tally = new Tally();

  Importing(PublishedTopic topic, Proofs proofs, Clock clock, PrintStream err) {
    this.topic = topic;
    this.held = topic.holds();
    this.proofs = proofs;
    this.clock = clock;
    this.err = err;
  }

  Tally tally() {
    return tally;
  }

  void take(Find find) {
    switch (find) {
      case Find.Story story -> {
        try {
          take(story);
        } catch (IllegalArgumentException e) {
          refuse(story.place(), String.valueOf(e.getMessage()));
        }
      }
      case Find.Unreadable(var place, var reason) -> refuse(place, reason);
    }
  }

  private void refuse(String place, String reason) {
    tally.unreadable++;
    err.println(place + ": " + reason);
  }

  private void take(Find.Story story) {
    var origin = new Origin(story.agency(), ARCHIVE, story.hash(), clock.instant());
    var article = EventCodec.DRAFTED.decode(proofs.event(origin, story.copy())).getArticle();
    var reason = reasonAgainst(article);
    if (reason != null) {
      refuse(story.place(), reason);
      return;
    }
    var uri = article.getUri().toString();
    var mark = Mark.of(article);
    var before = held.get(uri);
    if (before == null || (before.isPresent() && before.get().compareTo(mark) < 0)) {
      topic.say(uri, mark, CODEC.encode(event(article, story.url())));
      held.put(uri, Optional.of(mark));
      tally.said++;
    } else if (before.isPresent()) {
      tally.held++;
    } else {
      tally.own++;
    }
  }

  private @Nullable String reasonAgainst(Article article) {
    var now = clock.instant();
    var embargo = article.getEmbargoedUntil();
    var end = article.getExpires();
    if (article.getPubStatus() != PubStatus.USABLE) {
      return "This version takes a story back or holds it: it is not for an archive.";
    }
    if (embargo != null && embargo.isAfter(now)) {
      return "This story is under an embargo until " + embargo + ".";
    }
    return end != null && !end.isAfter(now) ? "This story expired at " + end + "." : null;
  }

  private Published event(Article article, @Nullable String url) {
    var outcome =
        Outcome.newBuilder()
            .setSite(ARCHIVE)
            .setDestination(ARCHIVE)
            .setState(OutcomeState.LIVE)
            .setUrl(url)
            .setLiveVersion(article.getVersion())
            .setLiveSince(article.getVersionCreated())
            .build();
    return Published.newBuilder()
        .setUri(article.getUri())
        .setVersion(article.getVersion())
        .setVersionCreated(article.getVersionCreated())
        .setPublished(clock.instant())
        .setState(StoryState.LIVE)
        .setFirstLive(article.getVersionCreated())
        .setArticle(article)
        .setOutcomes(List.of(outcome))
        .build();
  }
}
