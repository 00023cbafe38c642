package newsroom.publish.delivery.notice.bulletin;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import newsroom.publish.delivery.notice.bulletin.Bulletins.Claimed;
import newsroom.publish.destination.Transmission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends bulletins to one receiver. Whether that answers matters to nobody else.
final class Sender {

  private static final Logger log = LoggerFactory.getLogger("newsroom.publish.notices");

  /// More than any way takes.
  private static final Duration LEASE = Duration.ofMinutes(3);

  private final Receiver receiver;
  private final Bulletins bulletins;
  private final List<Duration> retry;
  private final Clock clock;
  private final MeterRegistry meters;
  private boolean troubled;

  Sender(
      Receiver receiver,
      Bulletins bulletins,
      List<Duration> retry,
      Clock clock,
      MeterRegistry meters) {
    this.receiver = receiver;
    this.bulletins = bulletins;
    this.retry = List.copyOf(retry);
    this.clock = clock;
    this.meters = meters;
  }

  String name() {
    return receiver.name();
  }

  /// Sends what is due. Says whether there was anything.
  boolean round() {
    var now = now();
    var claimed = bulletins.claim(receiver.name(), now, now.plus(LEASE));
    claimed.ifPresent(it -> settle(it, receiver.send(it.bulletin())));
    return claimed.isPresent();
  }

  private void settle(Claimed claimed, Transmission said) {
    switch (said) {
      case Transmission.Accepted _ -> {
        bulletins.settle(claimed.bulletin().id(), receiver.name(), "accepted", null);
        count("accepted");
        troubled = false;
      }
      case Transmission.Deferred(var reason, var notBefore, var _) -> {
        var next = next(claimed.attempts());
        again(claimed, reason, next == null || notBefore == null ? next : later(next, notBefore));
      }
      // a wrong secret is put right one day, and then the notice is still wanted
      case Transmission.Refused(var reason, var _) ->
          again(claimed, reason, next(claimed.attempts()));
      case Transmission.Closed(var reason) -> again(claimed, reason, null);
    }
  }

  private void again(Claimed claimed, String reason, @Nullable Instant next) {
    bulletins.settle(claimed.bulletin().id(), receiver.name(), reason, next);
    count(next == null ? "given-up" : "deferred");
    if (next == null || !troubled) {
      log.atWarn()
          .addKeyValue("receiver", receiver.name())
          .addKeyValue("bulletin", claimed.bulletin().id())
          .addKeyValue("reason", reason)
          .log(
              next == null
                  ? "operators were not told, and will not be: see GET /notices"
                  : "operators are not told for now: it is tried again");
    }
    troubled = true;
  }

  /// Null after the last.
  private @Nullable Instant next(int attempts) {
    return attempts < retry.size() ? now().plus(retry.get(attempts)) : null;
  }

  /// No receiver puts it off for more than the longest pause.
  private Instant later(Instant next, Instant notBefore) {
    var last = now().plus(retry.getLast());
    var asked = notBefore.isAfter(last) ? last : notBefore;
    return asked.isAfter(next) ? asked : next;
  }

  private void count(String outcome) {
    meters
        .counter("newsroom.bulletins", "receiver", receiver.name(), "outcome", outcome)
        .increment();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
