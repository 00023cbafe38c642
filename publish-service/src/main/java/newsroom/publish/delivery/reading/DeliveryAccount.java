package newsroom.publish.delivery.reading;

import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.Wish;
import org.jspecify.annotations.Nullable;

/// A delivery, as people are told of it.
///
/// @param headline of the version that counts
/// @param reason why it stands so, or what the last try came to
/// @param killed by which editor and why; null where none killed it here
/// @param attempts tries of what is wanted now that failed
/// @param nextTry when there is something to do; null when there is nothing
/// @param wantedSince when what is wanted here last changed
record DeliveryAccount(
    String uri,
    @Nullable String headline,
    String site,
    String destination,
    DeliveryState state,
    @Nullable String reason,
    @Nullable Long liveVersion,
    @Nullable Integer liveRevision,
    @Nullable String url,
    @Nullable String remoteId,
    @Nullable Instant liveSince,
    @Nullable Instant firstLive,
    @Nullable String killed,
    int attempts,
    @Nullable Instant nextTry,
    @Nullable Instant wantedSince) {

  /// To be followed by the rest of a query over `d`; the first parameter is the present moment.
  static final String COLUMNS =
      """
      select d.*, a.headline,
        case when d.lease_until > ? then 'LEASED' else d.state end as stands
      """;

  static DeliveryAccount of(ResultSet row) throws SQLException {
    var live = row.getObject("live_version", Long.class);
    return new DeliveryAccount(
        row.getString("uri"),
        row.getString("headline"),
        row.getString("site"),
        row.getString("destination"),
        DeliveryState.valueOf(row.getString("stands")),
        row.getString("reason"),
        live,
        row.getObject("live_revision", Integer.class),
        row.getString("url"),
        row.getString("remote_id"),
        live == null ? null : time(row, "live_since"),
        time(row, "first_live"),
        row.getString("killed"),
        row.getInt("attempts"),
        Wish.earlier(time(row, "due_at"), time(row, "judge_at")),
        time(row, "changed_at"));
  }
}
