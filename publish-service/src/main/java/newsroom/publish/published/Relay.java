package newsroom.publish.published;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import newsroom.publish.watch.Loop;
import newsroom.publish.watch.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Says on `articles.published` what the outbox holds, one batch after another. A word leaves the
/// outbox only after Kafka has it.
@Component
public class Relay {

  private static final Logger log = LoggerFactory.getLogger(Relay.class);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  // Kafka and the ledger may each let it wait half a minute
  private static final Duration LONGEST_TURN = Duration.ofSeconds(90);

  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Pending pending;
  private final LastWords words;
  private final KafkaTemplate<String, byte[]> kafka;
  private final Loop loop;
  private final Semaphore news = new Semaphore(0);

  Relay(
      Clock clock,
      TransactionTemplate transaction,
      Pending pending,
      LastWords words,
      KafkaTemplate<String, byte[]> kafka,
      Loops loops) {
    this.clock = clock;
    this.transaction = transaction;
    this.pending = pending;
    this.words = words;
    this.kafka = kafka;
    this.loop = loops.of("the relay to articles.published", LONGEST_TURN, this::turn);
  }

  /// Starts saying. The ledger must be there.
  public void start() {
    loop.start();
  }

  /// Has the batch that is being said go through, and ends.
  public void stop() {
    loop.end();
    news.release();
    var _ = loop.join(Duration.ofSeconds(10));
  }

  /// There may be something to say.
  public void wake() {
    news.release();
  }

  private void turn() throws InterruptedException {
    if (round() == 0) {
      sleep(nap());
    }
  }

  /// Says one batch. Returns how many stories were said or parked.
  int round() {
    var said = transaction.execute(_ -> say());
    return said == null ? 0 : said;
  }

  private int say() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var items = pending.hold(now);
    if (items.isEmpty()) {
      return 0;
    }
    var uris = items.stream().map(Pending.Item::uri).toList();
    var sendings = words.of(uris).stream().map(this::send).toList();
    kafka.flush();
    var refused = new HashMap<String, String>();
    for (var sending : sendings) {
      sending.refusal().ifPresent(reason -> refused.put(sending.uri(), reason));
    }
    pending.said(items.stream().filter(it -> !refused.containsKey(it.uri())).toList(), now);
    park(items, refused);
    return items.size();
  }

  /// What can never be sent must not hold up what can. News of the story gives it another try.
  private void park(List<Pending.Item> items, Map<String, String> refused) {
    for (var item : items) {
      var reason = refused.get(item.uri());
      if (reason != null) {
        pending.park(item, reason);
        log.atWarn()
            .addKeyValue("uri", item.uri())
            .addKeyValue("reason", reason)
            .log("articles.published cannot hear of this story: its last word is parked");
      }
    }
  }

  private Sending send(LastWord word) {
    byte[] event;
    try {
      event = Announcement.of(word, clock.instant());
    } catch (RuntimeException e) {
      return Sending.unsayable(word, e);
    }
    return Sending.of(kafka, word, event);
  }

  private Duration nap() {
    var now = clock.instant();
    var next = pending.next().map(at -> Duration.between(now, at)).orElse(LONGEST_NAP);
    if (next.compareTo(LONGEST_NAP) > 0) {
      return LONGEST_NAP;
    }
    return next.isPositive() ? next : Duration.ofMillis(5);
  }

  private void sleep(Duration most) throws InterruptedException {
    if (news.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      news.drainPermits();
    }
  }
}
