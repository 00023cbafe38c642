package newsroom.publish.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.publish.published.Outbox;
import newsroom.publish.story.Story;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What is wanted of each destination, and what each has. Everything that publish knows is here and
/// survives it.
@Service
public class Ledger {

  private static final int TRIES = 3;

  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Stories stories;
  private final Deliveries deliveries;
  private final Links links;
  private final Outbox outbox;

  Ledger(
      Clock clock,
      TransactionTemplate transaction,
      Stories stories,
      Deliveries deliveries,
      Links links,
      Outbox outbox) {
    this.clock = clock;
    this.transaction = transaction;
    this.stories = stories;
    this.deliveries = deliveries;
    this.links = links;
    this.outbox = outbox;
  }

  /// Enters these versions. Entering one twice, or an older one after a newer, changes nothing that
  /// anyone sees. What the ledger can never hold is left out, and said; when it cannot be reached,
  /// none is entered and the exception says so.
  public Entered enter(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return Entered.NOTHING;
    }
    try {
      return together(arrivals);
    } catch (RuntimeException e) {
      var reason = Unfit.reason(e).orElseThrow(() -> e);
      if (arrivals.size() == 1) {
        return new Entered(Set.of(), false, 0, 0, List.of(new Unfit(0, reason)));
      }
    }
    // in halves, and those in halves, until what is wrong stands alone
    int half = arrivals.size() / 2;
    var first = enter(arrivals.subList(0, half));
    return first.and(enter(arrivals.subList(half, arrivals.size())), half);
  }

  private Entered together(List<Arrival> arrivals) {
    for (int attempt = 1; ; attempt++) {
      try {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(_ -> entered(arrivals, now));
      } catch (ConcurrencyFailureException e) {
        // two who wrote the same stories met; whoever comes second finds what the first wrote
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private Entered entered(List<Arrival> arrivals, Instant now) {
    var uris = arrivals.stream().map(it -> it.story().uri()).collect(Collectors.toSet());
    links.entering(uris);
    var batch = new Reckoning(stories.lock(uris));
    arrivals.forEach(batch::hear);
    stories.insert(batch.fresh());
    stories.update(batch.changed());
    var winners = batch.winners();
    stories.supersede(batch.known(winners.keySet()));
    stories.take(batch.takes(), now);

    var neighbours = deliveries.neighbours().around(arrivals);
    var wishes = new Wishes(deliveries.lock(batch.known(uris)), neighbours, now);
    winners.values().forEach(wishes::want);
    batch.repeated().values().forEach(wishes::wantWhereUnknown);
    deliveries.insert(wishes.fresh(), now);
    deliveries.update(wishes.changed(), now);

    var gone = gone(winners);
    var lost = wishes.changed().stream().map(Deliveries.Row::key);
    var due = wishes.due();
    due.addAll(links.gone(lost.filter(key -> gone.contains(key.uri())).toList(), now));
    due.addAll(links.entered(batch.fresh().keySet(), now));
    boolean said = say(wishes.seen(), gone, now);
    return new Entered(due, said, winners.size(), arrivals.size() - winners.size(), List.of());
  }

  /// Stories that may be shown nowhere now.
  private static Set<String> gone(Map<String, Arrival> winners) {
    var gone = new HashSet<>(winners.keySet());
    gone.removeIf(uri -> status(winners, uri) == Story.Status.USABLE);
    return gone;
  }

  private static Story.Status status(Map<String, Arrival> winners, String uri) {
    return Objects.requireNonNull(winners.get(uri)).story().lifecycle().status();
  }

  private boolean say(Set<String> seen, Set<String> gone, Instant now) {
    var others = seen.stream().filter(uri -> !gone.contains(uri)).toList();
    return outbox.sayAtOnce(gone, now) + outbox.say(others, now) > 0;
  }
}
