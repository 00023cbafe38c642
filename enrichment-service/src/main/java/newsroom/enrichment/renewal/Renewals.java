package newsroom.enrichment.renewal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import newsroom.enrichment.broker.Loop;
import newsroom.enrichment.broker.Share;
import newsroom.enrichment.broker.Topics;
import newsroom.enrichment.broker.Unreachable;
import newsroom.enrichment.ranking.RelatedSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Renews links on a thread of its own, and starts over whenever something is not as it was.
/// Stories on their way do not wait for it.
@Component
@ConditionalOnBooleanProperty(name = "newsroom.enrichment.renewal.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "newsroom.enrichment.related.enabled", matchIfMissing = true)
class Renewals implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Renewals.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final Share share;
  private final Topics topics;
  private final YoungStories young;
  private final Renewing renewing;
  private final Settings settings;
  private final Clock clock;
  private final Loop loop = new Loop("renewal", this::turn);
  private volatile int waiting;
  private volatile String trouble = "";

  /// What it goes by.
  record Settings(RenewalSettings renewal, RelatedSettings related) {}

  Renewals(
      Share share,
      Topics topics,
      YoungStories young,
      Renewing renewing,
      Settings settings,
      Clock clock) {
    this.share = share;
    this.topics = topics;
    this.young = young;
    this.renewing = renewing;
    this.settings = settings;
    this.clock = clock;
  }

  int waiting() {
    return waiting;
  }

  @Override
  public void start() {
    loop.start();
  }

  private void turn() {
    try {
      renew();
    } catch (IOException | RuntimeException e) {
      tell(e);
    }
  }

  private void renew() throws IOException {
    if (share.takings().isEmpty()) {
      return;
    }
    young.forget(_ -> true);
    var takers = new Takers(settings.renewal(), settings.related());
    try (var round = round(takers)) {
      trouble = "";
      var last = clock.instant();
      while (loop.running()) {
        boolean idle = !round.turn();
        waiting = round.waiting();
        if (idle) {
          return;
        }
        if (clock.instant().isAfter(last.plus(LOOK_AGAIN))) {
          last = clock.instant();
          if (!round.isStill()) {
            return;
          }
        }
      }
    }
  }

  private Round round(Takers takers) throws IOException {
    try {
      var watch = new Watch(share, topics, settings.renewal(), clock);
      return new Round(watch, young, takers, renewing, settings.renewal(), clock);
    } catch (RuntimeException | Error e) {
      // else nobody could open their index again
      takers.close();
      throw e;
    }
  }

  private void tell(Exception e) {
    var sentence = e.toString();
    if (!sentence.equals(trouble)) {
      var level = e instanceof Unreachable ? log.atInfo() : log.atWarn();
      level.log("links are not renewed for now: {}", sentence);
    }
    trouble = sentence;
  }

  @Override
  public void stop() {
    if (!loop.end(Duration.ofSeconds(15))) {
      log.warn("renewing links did not end in time; nothing is lost by that");
    }
  }

  @Override
  public boolean isRunning() {
    return loop.running();
  }

  /// After the morgue, and closed before it.
  @Override
  public int getPhase() {
    return 1;
  }
}
