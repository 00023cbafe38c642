package newsroom.publish.delivery.carrying;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.Lengths;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One round of a carrier: from what it claimed to what the ledger shall say of it.
final class Round {

  private static final Logger log = LoggerFactory.getLogger(Round.class);

  private final Clock clock;
  private final Line line;
  private final Desk desk;

  Round(Clock clock, Line line, Desk desk) {
    this.clock = clock;
    this.line = line;
    this.desk = desk;
  }

  private record Load(
      Errand errand,
      Dispatch dispatch,
      @Nullable Page page,
      List<Promos.Link> links,
      @Nullable String hash) {}

  Carried carry(List<Claimed> claimed) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var settlements = new ArrayList<Settlement>();
    var errands = errands(claimed, now, settlements);
    var loads = fenced(fresh(loads(errands, now), settlements, now), settlements);
    var said = transmissions(loads);
    var outcomes = outcomes(clock.instant().truncatedTo(ChronoUnit.MICROS));
    for (int i = 0; i < loads.size(); i++) {
      settlements.add(settlement(loads.get(i), said.get(i), outcomes));
    }
    return Carried.of(settlements, said);
  }

  /// Carries nothing: the site does not answer. What is not to leave anyway is settled as ever.
  Carried putOff(List<Claimed> claimed, String reason) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var settlements = new ArrayList<Settlement>();
    var outcomes = outcomes(now);
    for (var errand : errands(claimed, now, settlements)) {
      settlements.add(outcomes.putOff(errand.claimed(), reason));
    }
    return Carried.of(settlements, List.of());
  }

  /// Without those that the destination shows already, to the last link.
  private List<Load> fresh(List<Load> loads, List<Settlement> settled, Instant now) {
    var outcomes = outcomes(now);
    var fresh = new ArrayList<Load>();
    for (var load : loads) {
      if (load.errand() instanceof Errand.Bring bring
          && bring.again()
          && Objects.equals(bring.claimed().past().hash(), load.hash())) {
        settled.add(outcomes.same(bring, load.links()));
      } else {
        fresh.add(load);
      }
    }
    return fresh;
  }

  /// Looked at once more directly before anything leaves: time has passed since the claim. What is
  /// in other hands by now is theirs; what is wanted otherwise by now is claimed anew.
  private List<Load> fenced(List<Load> loads, List<Settlement> settled) {
    if (loads.isEmpty()) {
      return loads;
    }
    var claimed = loads.stream().map(load -> load.errand().claimed()).toList();
    var held = desk.claims().stillHeld(claimed);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (now.isAfter(claimed.getFirst().lease().until().minus(line.destination().deadline()))) {
      // this process stood still: somebody else may hold these stories before we are done
      return List.of();
    }
    var outcomes = outcomes(now);
    for (var one : claimed) {
      if (Boolean.FALSE.equals(held.get(one.key()))) {
        settled.add(outcomes.overtaken(one));
      }
    }
    return loads.stream()
        .filter(load -> Boolean.TRUE.equals(held.get(load.errand().claimed().key())))
        .toList();
  }

  /// A destination that throws where it should say what became of its load is tried again later.
  private List<Transmission> transmissions(List<Load> loads) {
    if (loads.isEmpty()) {
      return List.of();
    }
    var dispatches = loads.stream().map(Load::dispatch).toList();
    try {
      return line.destination().carry(dispatches);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("destination", line.name()).setCause(e).log("destination failed");
      var reason = "the destination failed: " + e;
      return dispatches.stream()
          .<Transmission>map(_ -> new Transmission.Deferred(reason, null))
          .toList();
    }
  }

  /// What needs no carrying is settled here. One story that cannot be read holds up no other.
  private List<Errand> errands(List<Claimed> claimed, Instant now, List<Settlement> settled) {
    var outcomes = outcomes(now);
    var errands = new ArrayList<Errand>();
    for (var one : claimed) {
      try {
        var errand = Errand.of(one, now);
        if (errand instanceof Errand.Leave leave) {
          settled.add(outcomes.left(leave));
        } else {
          errands.add(errand);
        }
      } catch (RuntimeException e) {
        settled.add(outcomes.broken(one, "cannot be read any longer: " + e.getMessage()));
      }
    }
    return errands;
  }

  private List<Load> loads(List<Errand> errands, Instant now) {
    var stories = new ArrayList<Story>();
    for (var errand : errands) {
      if (errand instanceof Errand.Bring bring) {
        stories.add(bring.story());
      }
    }
    var linked = desk.promos().resolve(line.name(), line.masthead(), stories, now);
    var loads = new ArrayList<Load>();
    for (var errand : errands) {
      switch (errand) {
        case Errand.Bring bring -> loads.add(bring(bring, linked, now));
        case Errand.Remove remove -> loads.add(remove(remove));
        case Errand.Leave _ -> throw new IllegalStateException("nothing to carry");
      }
    }
    return loads;
  }

  private Load bring(Errand.Bring errand, Map<String, Promos.Linked> linked, Instant now) {
    var claimed = errand.claimed();
    var past = claimed.past();
    var links = Objects.requireNonNull(linked.get(errand.story().uri()));
    var page =
        new Page(
            Lengths.cut(errand.story(), line.masthead().headlines().story()),
            address(claimed),
            section(claimed),
            Objects.requireNonNullElse(past.firstLive(), now),
            updated(errand, now),
            links.promos());
    return new Load(
        errand,
        new Dispatch.Show(claimed.id("show"), page, past.firstLive() == null, told(errand)),
        page,
        links.links(),
        Shown.hash(page, line.masthead()));
  }

  /// Any attempt may be the one that arrives though nobody hears of it, so all say the same.
  private static Dispatch.Told told(Errand.Bring errand) {
    var claimed = errand.claimed();
    var wished = claimed.lease().wished();
    var embargoed = claimed.wanted().embargoedUntil();
    var since = embargoed != null && embargoed.isAfter(wished) ? embargoed : wished;
    var first = claimed.past().firstLive();
    return new Dispatch.Told(first == null ? since : first, updated(errand, since));
  }

  /// Only the agency's own new version counts as an update, not one that came for its links.
  private static @Nullable Instant updated(Errand.Bring errand, Instant now) {
    var past = errand.claimed().past();
    var live = errand.claimed().live();
    if (past.firstLive() == null || errand.again()) {
      return past.updated();
    }
    var mark = errand.story().mark();
    boolean sameText =
        live != null
            && live.mark().version() == mark.version()
            && live.mark().created().equals(mark.created());
    return sameText ? past.updated() : now;
  }

  private Load remove(Errand.Remove errand) {
    var claimed = errand.claimed();
    var dispatch =
        new Dispatch.TakeDown(
            claimed.id("down"),
            claimed.key().uri(),
            claimed.wanted().mark(),
            address(claimed),
            errand.given(),
            errand.kills());
    return new Load(errand, dispatch, null, List.of(), null);
  }

  private Settlement settlement(Load load, Transmission said, Outcomes outcomes) {
    return switch (load.errand()) {
      case Errand.Bring bring ->
          outcomes.brought(
              bring,
              Objects.requireNonNull(load.page()),
              load.links(),
              Objects.requireNonNull(load.hash()),
              said);
      case Errand.Remove remove -> outcomes.removed(remove, said);
      case Errand.Leave leave -> outcomes.left(leave);
    };
  }

  private Outcomes outcomes(Instant now) {
    return new Outcomes(line.plan(), RandomGenerator.getDefault(), now);
  }

  private URI address(Claimed claimed) {
    return line.masthead().at(Objects.requireNonNull(claimed.terms().path(), "path"));
  }

  private Masthead.Section section(Claimed claimed) {
    var sections = line.masthead().sections();
    return sections.stream()
        .filter(section -> section.path().equals(claimed.terms().section()))
        .findFirst()
        .orElseGet(sections::getLast);
  }
}
