package newsroom.publish.delivery.notice.bulletin;

import static newsroom.publish.delivery.Columns.sql;
import static newsroom.publish.delivery.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import newsroom.publish.delivery.notice.NoticeSettings;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// What is to leave and what became of it, in the ledger: nothing is forgotten by a restart, and
/// several instances share it.
@Repository
class Bulletins {

  private static final Logger log = LoggerFactory.getLogger(Bulletins.class);
  private static final long GATHERING = 0x62756c6c6574L;
  private static final int MOST_NOTICES = 100;
  private static final Duration OLD = Duration.ofDays(1);

  /// Whoever sets up a receiver today does not want to hear of last month.
  private static final String LET_GO =
      "update publish.notice set bulletin = '' where bulletin is null and at < ?";

  /// A receiver that was taken out of the settings begins anew when it is in them again.
  private static final String LET_LIE =
      """
      update publish.bulletin_post set due_at = null, outcome = 'nobody was there to send it'
      where due_at < ?
      """;

  private static final String RIPE =
      """
      select distinct n.said from publish.notice n
      where n.bulletin is null and not exists (
        select 1 from publish.bulletin b where b.said = n.said and b.at > ?)
      """;

  private static final String FILL =
      """
      update publish.notice set bulletin = ? where id in (
        select id from publish.notice where said = ? and bulletin is null order by id limit ?)
      """;

  private static final String CLAIM =
      """
      update publish.bulletin_post p set due_at = ?
      from (
        select bulletin, receiver from publish.bulletin_post
        where receiver = ? and due_at <= ? order by due_at limit 1 for update skip locked) due
      where p.bulletin = due.bulletin and p.receiver = due.receiver
      returning p.bulletin, p.attempts
      """;

  private final JdbcTemplate jdbc;
  private final NoticeSettings settings;

  Bulletins(JdbcTemplate jdbc, NoticeSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /// A bulletin in hand.
  ///
  /// @param attempts that failed so far
  record Claimed(Bulletin bulletin, int attempts) {}

  /// Puts notices that wait into bulletins for these receivers: the first of a kind at once, others
  /// together a little later. To be called in a transaction.
  void gather(Collection<String> receivers, Instant now) {
    boolean alone =
        Objects.requireNonNull(
            jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, GATHERING));
    if (!alone) {
      return;
    }
    jdbc.update(LET_GO, sql(now.minus(OLD)));
    int old = jdbc.update(LET_LIE, sql(now.minus(OLD)));
    if (old > 0) {
      log.atInfo()
          .addKeyValue("bulletins", old)
          .log("notices that nobody sent for a day are not sent");
    }
    for (var said : jdbc.queryForList(RIPE, String.class, sql(now.minus(settings.gather())))) {
      var id = "notice_" + UUID.randomUUID();
      jdbc.update(FILL, id, said, MOST_NOTICES);
      jdbc.update(
          "insert into publish.bulletin (id, said, at) values (?, ?, ?)", id, said, sql(now));
      for (var receiver : receivers) {
        jdbc.update(
            "insert into publish.bulletin_post (bulletin, receiver, due_at) values (?, ?, ?)",
            id,
            receiver,
            sql(now));
      }
    }
  }

  /// What is due for this receiver, and nobody else's until then. In a transaction of its own, so
  /// that nothing is locked while it is sent.
  Optional<Claimed> claim(String receiver, Instant now, Instant until) {
    return jdbc
        .query(
            CLAIM,
            (row, _) -> new Claimed(read(row.getString(1)), row.getInt(2)),
            sql(until),
            receiver,
            sql(now))
        .stream()
        .findFirst();
  }

  private Bulletin read(String id) {
    var notices =
        jdbc.query(
            "select * from publish.notice where bulletin = ? order by id",
            (row, _) -> Notice.of(row),
            id);
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select * from publish.bulletin where id = ?",
            (row, _) ->
                new Bulletin(
                    id,
                    Said.valueOf(row.getString("said")),
                    Objects.requireNonNull(time(row, "at")),
                    notices),
            id));
  }

  /// Writes down what came of it.
  ///
  /// @param next when it is tried again; null where it is not
  void settle(String bulletin, String receiver, String outcome, @Nullable Instant next) {
    jdbc.update(
        """
        update publish.bulletin_post set due_at = ?, attempts = attempts + 1, outcome = ?
        where bulletin = ? and receiver = ?
        """,
        next == null ? null : sql(next),
        outcome.replace('\0', '\ufffd'),
        bulletin,
        receiver);
  }
}
