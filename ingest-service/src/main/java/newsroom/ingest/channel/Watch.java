package newsroom.ingest.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// How one source fares, for logs, metrics and health.
final class Watch {

  private static final Logger log = LoggerFactory.getLogger(Watch.class);

  /// What is known of a source.
  ///
  /// @param state `waiting`, `ok`, `resting`, `closed`, `failing` or `gone`
  /// @param since when it came to be so
  /// @param answered when it answered last
  /// @param reason why, when it is not well
  record Standing(
      String state, Instant since, @Nullable Instant answered, @Nullable String reason) {}

  private final Source.Label label;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Gauge age;
  private volatile Standing standing;

  Watch(Source.Label label, MeterRegistry meters, Clock clock) {
    this.label = label;
    this.meters = meters;
    this.clock = clock;
    this.standing = new Standing("waiting", clock.instant(), null, null);
    this.age =
        Gauge.builder("newsroom.channel.last.success.age", this, Watch::secondsSinceSuccess)
            .description("seconds since this source answered last, or since the start")
            .baseUnit("seconds")
            .tags("channel", label.channel(), "agency", label.agency(), "source", label.address())
            .strongReference(true)
            .register(meters);
  }

  Source.Label label() {
    return label;
  }

  Standing standing() {
    return standing;
  }

  void forget() {
    meters.remove(age);
  }

  void answered(int wires) {
    count(wires == 0 ? "nothing" : "brought");
    become("ok", clock.instant(), null);
  }

  void rests(Duration pause) {
    count("later");
    become("resting", clock.instant(), "asks to be left alone for " + pause.toSeconds() + " s");
  }

  /// The source is well; the desk is not.
  void deskClosed(@Nullable String reason) {
    count("closed");
    become("closed", standing.answered(), reason);
  }

  void failed(Throwable e) {
    count("failed");
    become("failing", standing.answered(), e.getMessage() == null ? e.toString() : e.getMessage());
  }

  void gone(String reason) {
    count("gone");
    become("gone", standing.answered(), reason);
  }

  /// One line when it begins and one when it is over, however long it takes.
  private void become(String state, @Nullable Instant answered, @Nullable String reason) {
    var before = standing;
    var same = before.state().equals(state);
    standing = new Standing(state, same ? before.since() : clock.instant(), answered, reason);
    if (state.equals("failing")) {
      line(same ? Level.DEBUG : Level.WARN, reason).log("source cannot be asked, tried again");
    } else if (state.equals("gone")) {
      line(Level.WARN, reason).log("source is gone, not asked again before the next start");
    } else if (before.state().equals("failing")) {
      line(Level.INFO, null).log("source answers again");
    }
  }

  private org.slf4j.spi.LoggingEventBuilder line(Level level, @Nullable String reason) {
    var line =
        log.atLevel(level)
            .addKeyValue("channel", label.channel())
            .addKeyValue("agency", label.agency())
            .addKeyValue("source", label.address());
    return reason == null ? line : line.addKeyValue("reason", reason);
  }

  private double secondsSinceSuccess() {
    var now = standing;
    var last = now.answered() == null ? now.since() : now.answered();
    return Duration.between(last, clock.instant()).toMillis() / 1000.0;
  }

  private void count(String outcome) {
    var tags = Tags.of("channel", label.channel(), "agency", label.agency(), "outcome", outcome);
    meters.counter("newsroom.channel.polls", tags).increment();
  }
}
