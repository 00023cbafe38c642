package newsroom.publish.delivery;

import java.time.Instant;
import newsroom.publish.site.Answer;
import newsroom.publish.site.Verdict;
import org.jspecify.annotations.Nullable;

/// What is wanted of one destination once a new word on a story counts.
///
/// @param rule why the site refuses it; null where it takes it
/// @param dueAt when there is something to carry; null where there is nothing
/// @param waits the site's terms are not met, and judged again when something happens
/// @param judgeAt when they are judged again in any case; null where nobody knows
public record Wish(
    DeliveryState state,
    @Nullable Instant dueAt,
    @Nullable String reason,
    @Nullable String rule,
    boolean waits,
    @Nullable Instant judgeAt) {

  /// One that is not judged again.
  Wish(
      DeliveryState state,
      @Nullable Instant dueAt,
      @Nullable String reason,
      @Nullable String rule) {
    this(state, dueAt, reason, rule, false, null);
  }

  /// The same, judged again.
  private Wish again(@Nullable Instant at) {
    return new Wish(state, null, reason, rule, true, at);
  }

  /// Due before everything that waits: a kill overtakes the queue.
  static final Instant AT_ONCE = Instant.EPOCH;

  public static final String KILLED = "killed by its agency";
  public static final String WITHHELD = "withheld by its agency";

  /// What was there before, as far as it matters.
  ///
  /// @param reached the destination shows it, or may
  /// @param kept the destination took it down, and not for good: it may keep it unseen
  /// @param refused the site refused the version before
  /// @param liveExpires when what is shown must go
  /// @param killed why an editor killed the story here; null where none did
  record Before(
      boolean reached,
      boolean kept,
      boolean refused,
      @Nullable Instant liveExpires,
      @Nullable String killed) {

    static final Before NOTHING = new Before(false, false, false, null, null);

    /// Whether a kill has something to do here.
    boolean mortal() {
      return reached || kept;
    }
  }

  /// What a word comes to.
  ///
  /// @param terms what the site's terms come to now; null where it asks for nothing
  static Wish of(Word word, Verdict verdict, Before before, Instant now, @Nullable Answer terms) {
    var rule = verdict instanceof Verdict.Refuses refuses ? refuses.reason() : null;
    return switch (word.status()) {
      case CANCELED -> gone(before, before.mortal(), rule, DeliveryState.TAKEN_DOWN, KILLED);
      case WITHHELD ->
          // an editor's kill that has not left yet still has to
          before.killed() != null && before.mortal()
              ? gone(before, true, rule, DeliveryState.HELD, before.killed())
              : gone(before, before.reached(), rule, DeliveryState.HELD, WITHHELD);
      case USABLE -> onTerms(usable(word, rule, before, now), word, before, terms);
    };
  }

  /// Terms are asked of what is not there yet. What is embargoed is judged by them when it ends.
  private static Wish onTerms(Wish wish, Word word, Before before, @Nullable Answer terms) {
    if (terms == null || before.reached() || before.killed() != null) {
      return wish;
    }
    return switch (wish.state()) {
      case HELD -> wish.again(word.embargoedUntil());
      case DUE ->
          switch (terms) {
            case Answer.Now _ -> wish;
            case Answer.Later(var until, var reason) ->
                new Wish(DeliveryState.HELD, null, reason, null).again(until);
            case Answer.Never(var reason) ->
                new Wish(DeliveryState.REFUSED, null, reason, reason).again(null);
          };
      default -> wish;
    };
  }

  /// What is nowhere needs no taking down: nothing leaves, not even that there was something.
  private static Wish gone(
      Before before, boolean there, @Nullable String rule, DeliveryState state, String reason) {
    if (there) {
      return new Wish(DeliveryState.DUE, AT_ONCE, reason, before.refused() ? rule : null);
    }
    return before.refused() && rule != null
        ? new Wish(DeliveryState.REFUSED, null, rule, rule)
        : new Wish(state, null, reason, null);
  }

  private static Wish usable(Word word, @Nullable String rule, Before before, Instant now) {
    if (before.killed() != null) {
      return before.mortal()
          ? new Wish(DeliveryState.DUE, AT_ONCE, before.killed(), rule)
          : new Wish(DeliveryState.TAKEN_DOWN, null, before.killed(), rule);
    }
    if (rule != null) {
      return before.reached()
          ? new Wish(DeliveryState.DUE, now, rule, rule)
          : new Wish(DeliveryState.REFUSED, null, rule, rule);
    }
    if (word.expiredAt(now)) {
      var reason = "expired at " + word.expires();
      return before.reached()
          ? new Wish(DeliveryState.DUE, now, reason, null)
          : new Wish(DeliveryState.TAKEN_DOWN, null, reason, null);
    }
    if (word.embargoedAt(now)) {
      var due = earlier(word.embargoedUntil(), before.liveExpires());
      return new Wish(DeliveryState.HELD, due, "embargoed until " + word.embargoedUntil(), null);
    }
    return new Wish(DeliveryState.DUE, now, null, null);
  }

  boolean isDue(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  /// The earlier of two times, of which either may be missing.
  public static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
