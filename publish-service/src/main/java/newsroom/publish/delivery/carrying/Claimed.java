package newsroom.publish.delivery.carrying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import newsroom.publish.delivery.Wish;
import newsroom.publish.delivery.Word;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// A delivery in this carrier's hands, as the ledger had it when it was claimed.
///
/// @param wanted the word that counts
/// @param live what the destination shows; null for nothing
/// @param text of the version to be shown; null where there is none to show
record Claimed(
    Slot key,
    Lease lease,
    Word wanted,
    Terms terms,
    @Nullable Live live,
    Past past,
    @Nullable Text text) {

  Claimed with(@Nullable Text read) {
    return new Claimed(key, lease, wanted, terms, live, past, read);
  }

  /// When it is due whatever becomes of it now: when what is shown ends, or the word that counts
  /// does, or when that may be seen. What it was claimed for is no longer to come, or it would be
  /// due for ever; of a probe, which is claimed before its time, it is.
  @Nullable Instant moment(Instant now) {
    var claimedFor = lease.dueAt().equals(Instant.EPOCH) ? lease.wished() : lease.dueAt();
    var since = claimedFor.isAfter(now) ? now : claimedFor;
    var ends =
        Wish.earlier(
            after(since, live == null ? null : live.expires()), after(since, wanted.expires()));
    return Wish.earlier(ends, after(since, awaited()));
  }

  /// Whether the site shall not show it.
  boolean mustGo() {
    return wanted.status() != Story.Status.USABLE || terms.rule() != null || terms.kill() != null;
  }

  /// When the word that counts may be seen; null where it is not that which it waits for.
  @Nullable Instant awaited() {
    boolean waits = terms.rule() == null && wanted.status() == Story.Status.USABLE;
    return waits ? wanted.embargoedUntil() : null;
  }

  private static @Nullable Instant after(Instant since, @Nullable Instant moment) {
    return moment != null && moment.isAfter(since) ? moment : null;
  }

  /// The same for every try of one wish, whoever tries; another for the next wish.
  String id(String what) {
    return "msg_"
        + Shown.digest(key.destination() + "\n" + key.uri() + "\n" + lease.seq() + "\n" + what);
  }

  /// What makes this claim this one.
  ///
  /// @param seq which wish it was
  /// @param wished when that wish was made
  /// @param dueAt later than now for a story that only probes whether the site answers again
  record Lease(long token, long seq, Instant wished, Instant dueAt, Instant until, int attempts) {}

  /// What the site says to the story.
  ///
  /// @param rule why it refuses it; null where it takes it
  /// @param path of the story's address below the site's root
  /// @param kill by an editor; null where no editor killed it here
  record Terms(
      @Nullable String rule, @Nullable String path, @Nullable String section, @Nullable Kill kill) {

    static Terms of(ResultSet row) throws SQLException {
      var killed = row.getString("killed");
      var at = Columns.time(row, "killed_at");
      return new Terms(
          row.getString("rule"),
          row.getString("path"),
          row.getString("section"),
          killed == null || at == null ? null : new Kill(killed, at));
    }
  }

  /// An editor killed the story here.
  ///
  /// @param reason by whom and why
  record Kill(String reason, Instant at) {}

  /// What was.
  ///
  /// @param tried the destination may have it, whatever it said
  /// @param updated when a later version was first shown
  /// @param hash of all that the destination is known to show, or [#KEPT]; null where nobody knows
  record Past(
      boolean tried,
      @Nullable Instant firstLive,
      @Nullable Instant updated,
      @Nullable String url,
      @Nullable String remoteId,
      @Nullable String hash) {

    /// Taken down, and not for good: the destination may keep it where no reader sees it, as a
    /// draft, and a partner who was told may have to hear of a kill. Entering reads it too.
    static final String KEPT = "kept";

    boolean kept() {
      return KEPT.equals(hash);
    }

    /// It was taken down.
    Past gone(boolean forGood) {
      return new Past(false, firstLive, updated, null, remoteId, forGood ? null : KEPT);
    }

    /// After a try that failed nobody knows what the destination shows around the text.
    Past unsure(boolean maybe) {
      return new Past(maybe, firstLive, updated, url, remoteId, kept() ? KEPT : null);
    }
  }
}
