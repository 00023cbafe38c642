package newsroom.enrichment.renewal;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import newsroom.enrichment.broker.Unreachable;
import newsroom.enrichment.renewal.Due.Look;
import newsroom.enrichment.renewal.Renewing.Outcome;
import newsroom.enrichment.story.Stories;
import newsroom.schema.Enriched;
import newsroom.schema.Published;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.codec.UnknownSchema;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Goes round and round: what was told is remembered, what came live finds its takers, and young
/// stories whose time has come are looked at. For use by one thread.
final class Round implements Closeable {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final int TRIES = 10;
  private static final long A_SECOND = 1_000;

  /// In milliseconds. Each look-up needs all young stories findable, which costs as much for many
  /// look-ups as for one.
  private static final long TOGETHER = 250;

  /// A look-up costs less than a look, and most find nobody.
  private static final int LOOK_UPS = 5;

  private final Watch watch;
  private final YoungStories young;
  private final Takers takers;
  private final Renewing renewing;
  private final RenewalSettings settings;
  private final Clock clock;
  private final Due due;
  private final Arrivals arrivals = new Arrivals();
  private final Said said = new Said();
  private Instant swept;
  private Instant looked;

  Round(
      Watch watch,
      YoungStories young,
      Takers takers,
      Renewing renewing,
      RenewalSettings settings,
      Clock clock) {
    this.watch = watch;
    this.young = young;
    this.takers = takers;
    this.renewing = renewing;
    this.settings = settings;
    this.clock = clock;
    this.due = new Due(settings.settle(), settings.rest());
    this.swept = clock.instant();
    this.looked = clock.instant();
  }

  int waiting() {
    return due.size();
  }

  /// Whether the topics still are as they were at the start.
  boolean isStill() {
    return watch.isStill();
  }

  /// Takes in what has come, or waits a moment for it, and looks at what is due.
  ///
  /// @return false when there is nothing to read: this instance has no share
  boolean turn() throws IOException {
    if (watch.follow()) {
      forget();
      said.startOver();
    }
    if (watch.isIdle()) {
      return false;
    }
    for (var event : watch.read()) {
      if (event.topic().equals(ArticleTopics.ENRICHED)) {
        told(event);
      } else {
        said(event);
      }
    }
    watch.taken();
    look();
    if (clock.instant().isAfter(swept.plus(SWEEP))) {
      forget();
      swept = clock.instant();
    }
    return true;
  }

  private void forget() throws IOException {
    for (var uri : young.forget(it -> !watch.isMine(it.uri()))) {
      takers.forget(uri);
      due.forget(uri);
    }
  }

  private void told(ConsumerRecord<String, byte[]> event) throws IOException {
    if (event.value() == null || !watch.isMine(event.key())) {
      return;
    }
    try {
      var enriched = EventCodec.ENRICHED.decode(event.value());
      var now = young.apply(event, enriched);
      if (now.isPresent() && now.get().usable()) {
        takers.put(Stories.of(enriched.getArticle()));
      } else if (now.isPresent()) {
        takers.forget(event.key());
      }
    } catch (UnknownSchema | IllegalArgumentException _) {
      // of a newer build, which renews it, or with words that no index takes
    }
  }

  private void said(ConsumerRecord<String, byte[]> event) throws IOException {
    if (event.value() == null) {
      gone(event.key());
      return;
    }
    try {
      var published = EventCodec.PUBLISHED.decode(event.value());
      if (Said.isLive(published)) {
        live(event, published);
      } else {
        gone(event.key());
      }
    } catch (UnknownSchema _) {
      // the morgue sets it aside, and does not find it
    }
  }

  private void gone(String uri) {
    said.forget(uri);
    arrivals.forget(uri);
    young.naming(uri).forEach(it -> due.gone(it, uri, clock.instant()));
  }

  /// One look-up for each story that comes live, and each new version of one; none for what was
  /// news before the oldest young story, as a loaded archive is.
  private void live(ConsumerRecord<String, byte[]> event, Published published) throws IOException {
    var uri = event.key();
    var first = published.getFirstLive();
    if (first != null) {
      young.live(uri, first);
    }
    var now = clock.instant();
    boolean isOld = Said.news(published).isBefore(now.minus(settings.young()));
    if (said.isNew(published) && !isOld && !Watch.isLate(event, now) && arrivals.add(published)) {
      renewing.skip();
    }
  }

  private void lookUp(int most) throws IOException {
    for (int i = 0; i < most; i++) {
      var event = arrivals.next();
      if (event == null) {
        return;
      }
      var uri = event.getUri().toString();
      for (var taker : takers.of(Stories.live(event, event.getArticle()))) {
        if (!taker.equals(uri)) {
          due.come(taker, uri, clock.instant());
        }
      }
    }
  }

  private void look() throws IOException {
    var now = clock.instant();
    long passed = Math.min(A_SECOND, Duration.between(looked, now).toMillis());
    int most = (int) (passed * settings.perSecond() / A_SECOND);
    if (passed < TOGETHER || most < 1) {
      return;
    }
    looked = now;
    lookUp(most * LOOK_UPS);
    boolean answers = true;
    for (var look : due.take(now, most)) {
      var story = young.find(look.uri()).filter(young::isYoung);
      if (!answers) {
        due.putBack(look.waiting(now.plus(SOON)));
      } else if (story.isPresent()) {
        answers = look(story.get(), look);
      }
    }
  }

  /// Looks at one. Returns whether Kafka answers; where it does not, the story is looked at later.
  private boolean look(Young story, Look look) {
    if (!renewing.canLook()) {
      // an archive that is built again takes longer than all tries
      due.putBack(look.waiting(clock.instant().plus(SOON)));
      return true;
    }
    if (!watch.knows(story) || said.isAhead(story) || !renewing.canFind(look.come())) {
      putOff(look);
      return true;
    }
    try {
      // what the topic has forgotten nobody can tell again
      watch
          .at(story.place())
          .map(event -> EventCodec.ENRICHED.decode(event.value()))
          .ifPresent(last -> renew(story, last, look));
      return true;
    } catch (Unreachable _) {
      due.putBack(look.waiting(clock.instant().plus(SOON)));
      return false;
    }
  }

  private void renew(Young story, Enriched last, Look look) {
    watch.whileMine(
        look.uri(),
        () -> {
          switch (renewing.renew(story, last, look)) {
            case Outcome.TOO_EARLY -> putOff(look);
            case Outcome.RENEWED -> said.renewed(story);
            case Outcome.KEPT -> {}
          }
        });
  }

  /// Later, but not for ever; unless a story is gone: as long as this one is young it is told
  /// without that sooner or later.
  private void putOff(Look look) {
    var soon = clock.instant().plus(SOON);
    if (look.tries() < TRIES) {
      due.putBack(look.later(soon));
    } else if (!look.gone().isEmpty()) {
      due.putBack(look.ofGone(soon));
    } else {
      renewing.giveUp(look.uri());
    }
  }

  @Override
  public void close() throws IOException {
    try (watch) {
      takers.close();
    }
  }
}
