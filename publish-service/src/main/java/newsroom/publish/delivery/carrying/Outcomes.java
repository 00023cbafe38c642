package newsroom.publish.delivery.carrying;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.Wish;
import newsroom.publish.delivery.carrying.Settlement.Outcome;
import newsroom.publish.delivery.carrying.Settlement.Stand;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.Page;
import org.jspecify.annotations.Nullable;

/// What follows from what became of an errand.
///
/// @param now when it was carried
record Outcomes(RetryPlan plan, RandomGenerator random, Instant now) {

  Settlement left(Errand.Leave errand) {
    var claimed = errand.claimed();
    var stand = new Stand(errand.state(), due(errand.state(), claimed), 0, errand.reason());
    return new Settlement(claimed, Outcome.NOTHING, stand, claimed.live(), claimed.past(), null);
  }

  /// Something else is wanted by now, and the ledger says what: nothing leaves.
  Settlement overtaken(Claimed claimed) {
    var stand = new Stand(DeliveryState.DUE, now, claimed.lease().attempts(), null);
    return new Settlement(claimed, Outcome.NOTHING, stand, claimed.live(), claimed.past(), null);
  }

  /// It cannot even be tried.
  Settlement broken(Claimed claimed, String reason) {
    return parked(claimed, Outcome.PARKED, reason, claimed.past().tried());
  }

  Settlement removed(Errand.Remove errand, Transmission said) {
    var claimed = errand.claimed();
    if (said instanceof Transmission.Refused(var reason, var _)) {
      // what was killed must not stay because its site said no once: no newer version will come
      return deferred(claimed, reason, null);
    }
    if (!(said instanceof Transmission.Accepted)) {
      return failed(claimed, said);
    }
    var stand = new Stand(errand.after(), due(errand.after(), claimed), 0, errand.reason());
    return new Settlement(
        claimed, Outcome.TAKEN_DOWN, stand, null, claimed.past().gone(errand.kills()), List.of());
  }

  /// What was brought.
  ///
  /// @param hash of all that was
  Settlement brought(
      Errand.Bring errand, Page page, List<Promos.Link> links, String hash, Transmission said) {
    var claimed = errand.claimed();
    if (!(said instanceof Transmission.Accepted(var url, var remoteId))) {
      return failed(claimed, said);
    }
    var story = page.story();
    var before = claimed.live();
    var live =
        new Live(
            story.mark(),
            story.headlines().headline(),
            story.lifecycle().expires(),
            errand.again() && before != null ? before.since() : now);
    return new Settlement(
        claimed,
        errand.again() ? Outcome.LINKED : Outcome.LIVE,
        shown(claimed, live),
        live,
        new Claimed.Past(
            true,
            page.posted(),
            page.updated(),
            url == null ? null : url.toString(),
            remoteId == null ? claimed.past().remoteId() : remoteId,
            hash),
        links);
  }

  /// The destination has exactly this: nothing leaves.
  ///
  /// @param links of the page, which may lead to the same addresses for another reason by now
  Settlement same(Errand.Bring errand, List<Promos.Link> links) {
    var claimed = errand.claimed();
    var live = Objects.requireNonNull(claimed.live());
    return new Settlement(
        claimed, Outcome.NOTHING, shown(claimed, live), live, claimed.past(), links);
  }

  /// It was claimed some time ago: what ended meanwhile, an embargo or what is shown, is due at
  /// once and not forgotten.
  private Stand shown(Claimed claimed, Live live) {
    var word = claimed.wanted();
    var awaited = live.mark().equals(word.mark()) ? null : claimed.awaited();
    boolean held = word.embargoedAt(now) || awaited != null;
    return new Stand(
        held ? DeliveryState.HELD : DeliveryState.LIVE,
        Wish.earlier(live.expires(), held ? claimed.awaited() : null),
        0,
        held ? "embargoed until " + word.embargoedUntil() : null);
  }

  private Settlement failed(Claimed claimed, Transmission said) {
    return switch (said) {
      case Transmission.Deferred(var reason, var at, var looked) ->
          looked && at != null ? lookAgain(claimed, reason, at) : deferred(claimed, reason, at);
      case Transmission.Refused(var reason, var there) ->
          parked(claimed, Outcome.PARKED, reason, there || claimed.past().tried());
      // set aside with all the others once the destination is disabled
      case Transmission.Closed(var reason) -> deferred(claimed, reason, null);
      case Transmission.Accepted _ -> throw new IllegalArgumentException("accepted is no failure");
    };
  }

  /// It costs no try: what is looked for is a moment away.
  private Settlement lookAgain(Claimed claimed, String reason, Instant at) {
    var due = Wish.earlier(at, claimed.moment(now));
    var stand = new Stand(DeliveryState.DUE, due, claimed.lease().attempts(), reason);
    var past = claimed.past().unsure(true);
    return new Settlement(claimed, Outcome.NOTHING, stand, claimed.live(), past, null);
  }

  /// It is not tried, as its destination does not answer: that costs it a try all the same, so that
  /// what waits does not wait for ever.
  Settlement putOff(Claimed claimed, String reason) {
    int attempts = claimed.lease().attempts() + 1;
    boolean tried = claimed.past().tried();
    return plan.next(attempts, now, null, random)
        .map(next -> deferred(claimed, next, attempts, reason, tried))
        .orElseGet(() -> givenUp(claimed, reason, attempts, tried));
  }

  private Settlement givenUp(Claimed claimed, String reason, int attempts, boolean tried) {
    return parked(
        claimed, Outcome.GIVEN_UP, reason + " (given up after " + attempts + " tries)", tried);
  }

  private Settlement deferred(Claimed claimed, String reason, @Nullable Instant notBefore) {
    var lease = claimed.lease();
    if (lease.dueAt().isAfter(now)) {
      // a probe costs the story none of its tries
      return deferred(claimed, lease.dueAt(), lease.attempts(), reason, true);
    }
    int attempts = lease.attempts() + 1;
    return plan.next(attempts, now, notBefore, random)
        .map(next -> deferred(claimed, next, attempts, reason, true))
        .orElseGet(() -> givenUp(claimed, reason, attempts, true));
  }

  private Settlement deferred(
      Claimed claimed, Instant next, int attempts, String reason, boolean tried) {
    var live = claimed.live();
    boolean shown = live != null && live.mark().equals(claimed.wanted().mark());
    var state = shown && claimed.terms().rule() == null ? DeliveryState.LIVE : DeliveryState.DUE;
    return new Settlement(
        claimed,
        Outcome.DEFERRED,
        new Stand(state, Wish.earlier(next, claimed.moment(now)), attempts, reason),
        live,
        claimed.past().unsure(tried),
        null);
  }

  private Settlement parked(Claimed claimed, Outcome outcome, String reason, boolean tried) {
    var moment = claimed.moment(now);
    // what is due then is something else, and has all its tries
    int attempts = moment == null ? claimed.lease().attempts() + 1 : 0;
    var stand = new Stand(DeliveryState.PARKED, moment, attempts, reason);
    return new Settlement(
        claimed, outcome, stand, claimed.live(), claimed.past().unsure(tried), null);
  }

  /// An embargo may have ended since it was claimed: then it is due at once.
  private static @Nullable Instant due(DeliveryState after, Claimed claimed) {
    return after == DeliveryState.HELD ? claimed.awaited() : null;
  }
}
