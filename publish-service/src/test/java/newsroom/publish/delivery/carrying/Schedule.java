package newsroom.publish.delivery.carrying;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;

/// What may happen to a story, its site and this service, in some order.
sealed interface Schedule {

  /// The agency sends a version.
  ///
  /// @param number of the story
  /// @param version its number; made so many hours after the first
  /// @param embargo hours from the schedule's start; 0 for none
  record Sends(int number, int version, int embargo) implements Schedule {}

  /// The agency kills what it has sent before.
  record Kills(int number, int version) implements Schedule {}

  /// What the agency says while the next dispatch is under way.
  record Meanwhile(Schedule what) implements Schedule {}

  /// The same event comes once more, as after a rebalance.
  record Repeats(int back) implements Schedule {}

  /// The site answers so from now on.
  record Answers(Reply reply) implements Schedule {}

  /// Time goes by; a clock may also be set back.
  record Passes(int minutes) implements Schedule {}

  /// The carrier works.
  record Carries() implements Schedule {}

  /// The process dies at this point of the next round, and another takes over.
  record Crashes(Point point) implements Schedule {}

  /// Somebody enables the destination again.
  record Enables() implements Schedule {}

  /// Where a process dies.
  enum Point {
    CLAIMED,
    CARRIED,
    SETTLED
  }

  /// How a site answers.
  enum Reply {
    WELL,
    ERROR,
    LOST,
    BUSY,
    REFUSES,
    CLOSED;

    /// A lost reply is one to what has arrived.
    boolean arrives() {
      return this == WELL || this == LOST;
    }

    Transmission to(Dispatch dispatch, Instant now) {
      return switch (this) {
        case WELL -> Recording.accept(dispatch);
        case ERROR -> new Transmission.Deferred("the receiver answered 500", null);
        case LOST -> new Transmission.Deferred("the connection was reset", null);
        case BUSY ->
            new Transmission.Deferred(
                "the receiver answered 429", now.plus(Duration.ofMinutes(20)));
        case REFUSES -> new Transmission.Refused("the receiver answered 422");
        case CLOSED -> new Transmission.Closed("the receiver answered 410");
      };
    }
  }
}
