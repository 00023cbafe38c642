package newsroom.publish.published;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import newsroom.schema.topic.ArticleTopics;
import org.jspecify.annotations.Nullable;
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

  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Pending pending;
  private final LastWords words;
  private final KafkaTemplate<String, byte[]> kafka;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean ended;
  private @Nullable Thread thread;
  private boolean troubled;

  Relay(
      Clock clock,
      TransactionTemplate transaction,
      Pending pending,
      LastWords words,
      KafkaTemplate<String, byte[]> kafka) {
    this.clock = clock;
    this.transaction = transaction;
    this.pending = pending;
    this.words = words;
    this.kafka = kafka;
  }

  /// Starts saying. The ledger must be there.
  public synchronized void start() {
    ended = false;
    thread = Thread.ofVirtual().name("relay").start(this::run);
  }

  /// Has the batch that is being said go through, and ends.
  public synchronized void stop() {
    ended = true;
    news.release();
    try {
      if (thread != null) {
        thread.join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// There may be something to say.
  public void wake() {
    news.release();
  }

  private void run() {
    while (!ended) {
      try {
        if (round() == 0) {
          sleep(nap());
        }
        troubled = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        if (!troubled) {
          log.atWarn().setCause(e).log("articles.published cannot be said for now; trying on");
        }
        troubled = true;
        pauseAfterTrouble();
      }
    }
  }

  private void pauseAfterTrouble() {
    try {
      sleep(LONGEST_NAP);
    } catch (InterruptedException e) {
      ended = true;
    }
  }

  /// Says one batch. Returns how many stories were said.
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
    var sent = words.of(uris).stream().map(this::send).toArray(CompletableFuture[]::new);
    kafka.flush();
    CompletableFuture.allOf(sent).join();
    pending.said(items, now);
    return items.size();
  }

  private CompletableFuture<?> send(LastWord word) {
    var event = Announcement.of(word, clock.instant());
    return kafka.send(ArticleTopics.PUBLISHED, word.uri(), event);
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
