package newsroom.publish.delivery.carrying;

import java.time.Instant;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.Wish;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// What is to be done about a claimed delivery now.
sealed interface Errand {

  Claimed claimed();

  /// Bring this version.
  ///
  /// @param again the site shows it already; only what surrounds it may have changed
  record Bring(Claimed claimed, Story story, boolean again) implements Errand {}

  /// Take down what is shown.
  ///
  /// @param after where the delivery stands once it is gone
  record Remove(Claimed claimed, DeliveryState after, String reason) implements Errand {

    /// Whether its agency or an editor killed it: else it may come back by itself.
    boolean kills() {
      return Errand.kills(claimed);
    }

    /// When the word to take it down was given.
    Instant given() {
      var word = claimed.wanted();
      var kill = claimed.terms().kill();
      if (word.status() != Story.Status.CANCELED && kill != null) {
        return kill.at();
      }
      boolean expired = after == DeliveryState.TAKEN_DOWN && word.status() == Story.Status.USABLE;
      return expired && word.expires() != null ? word.expires() : word.mark().created();
    }
  }

  /// Nothing has to leave.
  record Leave(Claimed claimed, DeliveryState state, @Nullable String reason) implements Errand {}

  static Errand of(Claimed claimed, Instant now) {
    var word = claimed.wanted();
    var rule = claimed.terms().rule();
    return switch (word.status()) {
      case CANCELED -> gone(claimed, DeliveryState.TAKEN_DOWN, Wish.KILLED);
      case WITHHELD -> gone(claimed, DeliveryState.HELD, Wish.WITHHELD);
      case USABLE -> {
        if (claimed.terms().kill() != null) {
          yield gone(claimed, DeliveryState.TAKEN_DOWN, claimed.terms().kill().reason());
        }
        if (rule != null) {
          yield gone(claimed, DeliveryState.REFUSED, rule);
        }
        if (word.expiredAt(now)) {
          yield gone(claimed, DeliveryState.TAKEN_DOWN, "expired at " + word.expires());
        }
        yield word.embargoedAt(now) ? embargoed(claimed, now) : bring(claimed);
      }
    };
  }

  private static boolean kills(Claimed claimed) {
    return claimed.wanted().status() == Story.Status.CANCELED || claimed.terms().kill() != null;
  }

  /// What was taken down before is taken down once more when it is killed, and then for good.
  private static Errand gone(Claimed claimed, DeliveryState after, String reason) {
    var past = claimed.past();
    boolean reached = claimed.live() != null || past.tried() || (past.kept() && kills(claimed));
    return reached ? new Remove(claimed, after, reason) : new Leave(claimed, after, reason);
  }

  /// What was public before stays so until the embargoed version may be seen, or it expires.
  private static Errand embargoed(Claimed claimed, Instant now) {
    var reason = "embargoed until " + claimed.wanted().embargoedUntil();
    var live = claimed.live();
    if (live == null) {
      return new Leave(claimed, DeliveryState.HELD, reason);
    }
    return live.expires() != null && !live.expires().isAfter(now)
        ? new Remove(claimed, DeliveryState.HELD, reason)
        : bring(claimed);
  }

  private static Errand bring(Claimed claimed) {
    var text = claimed.text();
    if (text == null) {
      throw new IllegalStateException("the ledger has lost the text of " + claimed.key().uri());
    }
    var story = text.story();
    var live = claimed.live();
    return new Bring(claimed, story, live != null && live.mark().equals(story.mark()));
  }
}
