package newsroom.publish.delivery.carrying;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Links;
import newsroom.publish.delivery.Slot;
import newsroom.publish.published.Outbox;
import newsroom.publish.story.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down what became of a batch, in one transaction.
@Repository
class Settlements {

  /// What was carried is noted in any case; where the delivery stands only if nobody wished
  /// something else in the meantime, and all of it only by the hands that hold it. A hash that was
  /// taken away meanwhile, so that all is brought once more, does not come back.
  private static final String SETTLE =
      """
      update publish.delivery d set
        lease_until = null, lease_owner = null, lease_token = null,
        state = case when d.seq = v.seq then v.state else d.state end,
        due_at = case when d.seq = v.seq then v.due_at
          -- what is shown by now ends, whatever the newer word waits for
          when d.state = 'HELD' then least(d.due_at, v.live_expires)
          else d.due_at end,
        attempts = case when d.seq = v.seq then v.attempts else d.attempts end,
        reason = case when d.seq = v.seq then v.reason else d.reason end,
        down = d.seq = v.seq and v.down,
        tried = v.tried, live_version = v.live_version, live_created = v.live_created,
        live_revision = v.live_revision, live_headline = v.live_headline,
        live_expires = v.live_expires, live_since = v.live_since, first_live = v.first_live,
        updated = v.updated, url = v.url, remote_id = v.remote_id,
        live_hash = case when d.seq = v.seq or d.live_hash is not null or v.live_hash = 'kept'
          then v.live_hash end
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as v(destination, uri, token, seq, state, due_at, attempts, reason, tried, live_version,
          live_created, live_revision, live_headline, live_expires, live_since, first_live, updated,
          url, remote_id, live_hash, down)
      where d.destination = v.destination and d.uri = v.uri and d.lease_token = v.token
      returning d.destination, d.uri, v.token
      """;

  // as `collate "C"` orders, in which the others lock: a database's own collation may pass over the
  // hyphen in a site's name
  private static final Comparator<Settlement> IN_ORDER =
      Comparator.comparing((Settlement it) -> it.key().destination())
          .thenComparing(it -> it.key().uri());

  // more make a transaction no cheaper, and those who come after them wait longer
  private static final int MOST = 64;

  private final Together<Brought, Settled> together = new Together<>(MOST, this::settle);
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final PageLinks pages;
  private final Links links;
  private final Outbox outbox;
  private final Pruning pruning;

  Settlements(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      PageLinks pages,
      Links links,
      Outbox outbox,
      Pruning pruning) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.pages = pages;
    this.links = links;
    this.outbox = outbox;
    this.pruning = pruning;
  }

  /// What settling led to.
  ///
  /// @param settled without those that were in other hands by then
  /// @param due destinations whose pages are to be drawn again
  /// @param said whether `articles.published` is to hear of something
  record Settled(List<Settlement> settled, Set<String> due, boolean said) {

    Settled and(Settled other) {
      var both = new ArrayList<>(settled);
      both.addAll(other.settled);
      var all = new TreeSet<>(due);
      all.addAll(other.due);
      return new Settled(both, all, said || other.said);
    }
  }

  /// A delivery that was still in these hands.
  private record Held(Slot key, long token) {

    static Held of(Settlement settlement) {
      return new Held(settlement.key(), settlement.claimed().lease().token());
    }
  }

  /// A round's outcomes, and when they are written down.
  private record Brought(List<Settlement> settlements, Instant now) {}

  Settled settle(List<Settlement> settlements, Instant now) {
    return together.ask(new Brought(settlements, now));
  }

  /// In the order that everybody writes deliveries in, so that nobody waits for each other.
  private List<Settled> settle(List<Brought> brought) {
    var all = brought.stream().flatMap(it -> it.settlements().stream()).sorted(IN_ORDER).toList();
    var now = brought.stream().map(Brought::now).max(Comparator.naturalOrder()).orElseThrow();
    var done = transaction.execute(_ -> settled(all, now));
    var written = Collections.newSetFromMap(new IdentityHashMap<Settlement, Boolean>());
    written.addAll(done.settled());
    var each = new ArrayList<Settled>();
    for (var one : brought) {
      var own = one.settlements().stream().filter(written::contains).toList();
      // what follows for all is told once
      each.add(
          each.isEmpty()
              ? new Settled(own, done.due(), done.said())
              : new Settled(own, Set.of(), false));
    }
    return each;
  }

  private Settled settled(List<Settlement> settlements, Instant now) {
    pages.hold(settlements);
    var held = Set.copyOf(write(settlements));
    var settled = settlements.stream().filter(it -> held.contains(Held.of(it))).toList();
    pages.replace(settled);
    var goes = settled.stream().filter(Settlement::goes).map(Settlement::key).toList();
    var comes = settled.stream().filter(Settlement::comes).map(Settlement::key).toList();
    var due = new TreeSet<>(links.gone(goes, now));
    due.addAll(links.come(comes, now));
    due.addAll(links.stale(linking(settled), now));
    var news = settled.stream().filter(Settlement::news).map(it -> it.key().uri());
    boolean said = outbox.say(news.collect(Collectors.toSet()), now) > 0;
    pruning.prune(settled);
    return new Settled(settled, due, said);
  }

  private static List<Slot> linking(List<Settlement> settled) {
    return settled.stream().filter(Settlement::promotes).map(Settlement::key).toList();
  }

  private List<Held> write(List<Settlement> rows) {
    return jdbc.query(
        SETTLE,
        statement ->
            new Columns<>(statement, rows)
                .text(row -> row.key().destination())
                .text(row -> row.key().uri())
                .bigint(row -> row.claimed().lease().token())
                .bigint(row -> row.claimed().lease().seq())
                .text(row -> row.stand().state().name())
                .time(row -> row.stand().dueAt())
                .integer(row -> row.stand().attempts())
                .words(row -> row.stand().reason())
                .bool(row -> row.past().tried())
                .bigint(row -> part(mark(row), Mark::version))
                .time(row -> part(mark(row), Mark::created))
                .integer(row -> part(mark(row), Mark::revision))
                .words(row -> part(row.live(), Live::headline))
                .time(row -> part(row.live(), Live::expires))
                .time(row -> part(row.live(), Live::since))
                .time(row -> row.past().firstLive())
                .time(row -> row.past().updated())
                .words(row -> row.past().url())
                .words(row -> row.past().remoteId())
                .text(row -> row.past().hash())
                .bool(Settlement::down),
        (row, _) -> new Held(new Slot(row.getString(1), row.getString(2)), row.getLong(3)));
  }

  private static @Nullable Mark mark(Settlement row) {
    return row.live() == null ? null : row.live().mark();
  }

  private static <T, P extends @Nullable Object> @Nullable P part(
      @Nullable T whole, Function<T, P> part) {
    return whole == null ? null : part.apply(whole);
  }
}
