package newsroom.publish.delivery.steering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import newsroom.publish.delivery.Slot;
import newsroom.publish.delivery.carrying.Carriers;
import newsroom.publish.delivery.reading.Problem;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Does to many deliveries what somebody wants done by hand: some at a time, each lot in one
/// transaction, so that nobody waits long for a row. A call ends after so many; the next goes on.
@Service
class Sweeps {

  private static final Logger log = LoggerFactory.getLogger(Sweeps.class);
  private static final int LOT = 200;
  private static final int MOST = 10_000;

  private final Turns turns;
  private final Daybook daybook;
  private final Acts acts;
  private final Carriers carriers;
  private final Sites sites;

  Sweeps(Turns turns, Daybook daybook, Acts acts, Carriers carriers, Sites sites) {
    this.turns = turns;
    this.daybook = daybook;
    this.acts = acts;
    this.carriers = carriers;
    this.sites = sites;
  }

  Answer.Many retry(Choice choice) {
    return each(
        Act.RETRY,
        choice,
        (destination, now) -> acts.retries().toRetry(choice, destination, LOT, now),
        (slots, line, now) -> acts.retries().retry(slots, line, now));
  }

  Answer.Many park(Choice choice) {
    return each(
        Act.PARK,
        choice,
        (destination, now) -> acts.retries().toPark(choice, destination, LOT, now),
        (slots, line, now) -> acts.retries().park(slots, choice.order(), line, now));
  }

  Answer.Many replay(Choice choice) {
    if (choice.destination() != null || choice.reason() != null) {
      throw Problem.senseless("a replay is chosen by site, since and until");
    }
    requireSite(choice);
    var at = choice.after() == null ? null : read(choice.after());
    long line = begin(Act.REPLAY, choice);
    int touched = 0;
    int stories = 0;
    while (true) {
      var lot = acts.replays().next(choice, at, LOT);
      if (lot.isEmpty()) {
        return many(Act.REPLAY, line, choice, touched, null);
      }
      var uris = lot.stream().map(Replays.Came::uri).toList();
      touched += lot(uris, line, now -> acts.replays().replay(uris, choice.order(), line, now));
      at = lot.getLast();
      stories += lot.size();
      if (stories >= MOST && lot.size() == LOT) {
        return many(Act.REPLAY, line, choice, touched, at);
      }
    }
  }

  private interface Pick {
    List<Slot> at(String destination, Instant now);
  }

  private interface Change {
    List<Slot> of(List<Slot> slots, long line, Instant now);
  }

  private Answer.Many each(Act act, Choice choice, Pick pick, Change change) {
    var destinations = destinations(choice);
    long line = begin(act, choice);
    int touched = 0;
    for (var destination : destinations) {
      while (touched < MOST) {
        var picked = pick.at(destination, turns.now());
        var uris = picked.stream().map(Slot::uri).toList();
        int changed = picked.isEmpty() ? 0 : lot(uris, line, now -> change.of(picked, line, now));
        touched += changed;
        if (changed == 0) {
          break;
        }
      }
    }
    boolean more = touched >= MOST;
    return said(new Answer.Many(line, act.word(), choice.words(), touched, more, null), choice);
  }

  private int lot(List<String> uris, long line, Function<Instant, List<Slot>> change) {
    var slots =
        Objects.requireNonNull(
            turns.take(
                now -> {
                  turns.hold(uris);
                  var changed = change.apply(now);
                  daybook.count(line, changed.size());
                  return changed;
                }));
    carriers.wake(Touched.of(slots).due());
    return slots.size();
  }

  private long begin(Act act, Choice choice) {
    return Objects.requireNonNull(turns.take(now -> daybook.write(act, choice, now)));
  }

  private List<String> destinations(Choice choice) {
    requireSite(choice);
    var known =
        sites.all().stream()
            .filter(
                site -> choice.order().site() == null || site.name().equals(choice.order().site()))
            .flatMap(site -> site.routes().stream())
            .map(Site.Route::destination)
            .filter(it -> choice.destination() == null || it.equals(choice.destination()))
            .toList();
    if (known.isEmpty()) {
      throw Problem.missing("there is no destination " + choice.destination());
    }
    return known;
  }

  private void requireSite(Choice choice) {
    var site = choice.order().site();
    var names = sites.all().stream().map(Site::name).toList();
    if (site != null && !names.contains(site)) {
      throw Problem.missing("there is no site " + site + "; there are " + names);
    }
  }

  private static Answer.Many many(
      Act act, long line, Choice choice, int touched, Replays.@Nullable Came at) {
    var after = at == null ? null : word(at);
    return said(
        new Answer.Many(line, act.word(), choice.words(), touched, at != null, after), choice);
  }

  private static Answer.Many said(Answer.Many answer, Choice choice) {
    log.atInfo()
        .addKeyValue("act", answer.act())
        .addKeyValue("chosen", answer.chosen())
        .addKeyValue("deliveries", answer.deliveries())
        .addKeyValue("by", choice.order().by())
        .addKeyValue("line", answer.line())
        .log("done by hand");
    return answer;
  }

  private static String word(Replays.Came at) {
    var text = at.arrived() + "\n" + at.uri();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Replays.Came read(String word) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split("\n", 2);
      return new Replays.Came(parts[1], Instant.parse(parts[0]));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException _) {
      throw Problem.senseless("“after” is not what an earlier answer said");
    }
  }
}
