package newsroom.publish.delivery.carrying;

import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.Slot;
import org.jspecify.annotations.Nullable;

/// What the ledger shall say of a delivery from now on.
///
/// @param stand where the delivery stands, unless a newer word came while it was carried
/// @param live what the destination shows now; null for nothing
/// @param links of the page that is shown now; null where the page is as it was
record Settlement(
    Claimed claimed,
    Outcome outcome,
    Stand stand,
    @Nullable Live live,
    Claimed.Past past,
    @Nullable List<Promos.Link> links) {

  /// What happened, as metrics and logs name it.
  enum Outcome {
    LIVE,
    LINKED,
    TAKEN_DOWN,
    DEFERRED,
    PARKED,
    GIVEN_UP,
    NOTHING
  }

  /// Where a delivery stands.
  record Stand(
      DeliveryState state, @Nullable Instant dueAt, int attempts, @Nullable String reason) {}

  /// The same, had it been written down: carried, but nobody can say how.
  Settlement unwritten(String why, Instant now) {
    var past = claimed.past();
    return new Settlement(
        claimed,
        Outcome.PARKED,
        new Stand(DeliveryState.PARKED, claimed.moment(now), claimed.lease().attempts() + 1, why),
        claimed.live(),
        past.unsure(true),
        null);
  }

  Slot key() {
    return claimed.key();
  }

  /// The destination took something.
  boolean carried() {
    return switch (outcome) {
      case LIVE, LINKED, TAKEN_DOWN -> true;
      case DEFERRED, PARKED, GIVEN_UP, NOTHING -> false;
    };
  }

  /// It must still go, and is tried again.
  boolean down() {
    return stand.state() == DeliveryState.DUE && claimed.mustGo();
  }

  /// Something that `articles.published` says has changed.
  boolean news() {
    return switch (outcome) {
      case LIVE, TAKEN_DOWN, PARKED, GIVEN_UP -> true;
      case LINKED, DEFERRED, NOTHING -> false;
    };
  }

  /// Other pages may link to it now, or must say another headline.
  boolean comes() {
    var before = claimed.live();
    return outcome == Outcome.LIVE
        && live != null
        && (before == null || !before.headline().equals(live.headline()));
  }

  /// The page that is shown now has links.
  boolean promotes() {
    return links != null && links.stream().anyMatch(Promos.Link::linked);
  }

  boolean goes() {
    return outcome == Outcome.TAKEN_DOWN;
  }
}
