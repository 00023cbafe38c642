package newsroom.ingest.draft;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import newsroom.ingest.copy.Copy;
import newsroom.schema.Drafted;
import newsroom.schema.topic.ArticleTopics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Sends stories to `articles.drafted` and waits until Kafka has them.
@Component
public final class Drafts {

  private static final Logger log = LoggerFactory.getLogger(Drafts.class);

  private final KafkaTemplate<String, byte[]> kafka;
  private final DraftedEvents events;
  private final DraftSettings settings;
  private final Recent recent;
  private final Counter drafted;

  Drafts(
      KafkaTemplate<String, byte[]> kafka,
      DraftSettings settings,
      Recent recent,
      Clock clock,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.events = new DraftedEvents(settings.language(), clock);
    this.settings = settings;
    this.recent = recent;
    this.drafted = meters.counter("newsroom.drafted");
  }

  /// Drafts the stories of one wire, sent together and awaited together: one answer for each, in
  /// their order.
  ///
  /// @throws NotAcknowledged when Kafka does not have them all in time
  public List<Draft> draft(Origin origin, List<Copy> stories) throws NotAcknowledged {
    recent.awaitFilled(settings.recallWithin());
    var sendings = new ArrayList<Sending>(stories.size());
    for (var copy : stories) {
      var sending = send(origin, copy);
      // with no broker at all, each further send would block as long as this one did
      sending.failure();
      sendings.add(sending);
    }
    awaitAll(sendings);
    var drafts = new ArrayList<Draft>(sendings.size());
    for (var sending : sendings) {
      drafts.add(sending.settled());
    }
    return drafts;
  }

  private Sending send(Origin origin, Copy copy) {
    return switch (events.of(origin, copy)) {
      case DraftedEvents.Event.Refused(var reason) -> Sending.refused(reason);
      case DraftedEvents.Event.Made(var headline, var drafted, var bytes) -> {
        var uri = drafted.getUri().toString();
        var filed = new Draft.Filed(uri, copy.lifecycle().version(), headline);
        yield new Sending(copy.guid(), filed, sendOnce(keyOf(uri, copy, drafted), bytes));
      }
    };
  }

  private CompletableFuture<Void> sendOnce(Recent.Key key, ByteBuffer bytes) {
    var mine = new CompletableFuture<Void>();
    var earlier = recent.earlier(key, mine);
    if (earlier != null) {
      log.atDebug().addKeyValue("uri", key.uri()).log("drafted already");
      return earlier;
    }
    try {
      var event = new byte[bytes.remaining()];
      bytes.get(event);
      var _ =
          kafka
              .send(ArticleTopics.DRAFTED, key.uri(), event)
              .whenComplete((_, e) -> end(key, mine, e));
    } catch (RuntimeException e) {
      end(key, mine, e);
    }
    return mine;
  }

  private void end(Recent.Key key, CompletableFuture<Void> mine, @Nullable Throwable failure) {
    if (failure == null) {
      drafted.increment();
      log.atDebug()
          .addKeyValue("uri", key.uri())
          .addKeyValue("version", key.version())
          .log("story drafted");
      mine.complete(null);
    } else {
      recent.forget(key);
      mine.completeExceptionally(failure);
    }
  }

  /// The time of receipt, which stands for a date that the wire does not name, differs at each
  /// delivery.
  private static Recent.Key keyOf(String uri, Copy copy, Drafted event) {
    var life = copy.lifecycle();
    var created = life.undated() ? null : life.versionCreated().truncatedTo(ChronoUnit.MILLIS);
    var content = String.valueOf(event.getArticle().getContentHash());
    return new Recent.Key(uri, life.version(), created, content);
  }

  private void awaitAll(List<Sending> sendings) throws NotAcknowledged {
    var all = sendings.stream().map(Sending::acknowledged).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all)
          .get(settings.acknowledgeWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new NotAcknowledged("Kafka did not acknowledge in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotAcknowledged("stopped while waiting for Kafka", e);
    } catch (ExecutionException e) {
      log.debug("not every story was acknowledged; each is looked at on its own", e);
    }
  }
}
