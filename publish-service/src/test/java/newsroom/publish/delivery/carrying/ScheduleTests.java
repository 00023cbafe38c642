package newsroom.publish.delivery.carrying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import newsroom.publish.Events;
import newsroom.publish.TestDatabase;
import newsroom.publish.delivery.carrying.Schedule.Point;
import newsroom.publish.delivery.carrying.Schedule.Reply;
import newsroom.publish.delivery.steering.ByHand;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.site.TestSites;
import org.jspecify.annotations.Nullable;

/// Random schedules of versions, kills, embargoes, failures and crashes against the real ledger:
/// the promises hold in all. Run more of them with `-Djqwik.tries.default=1000`.
class ScheduleTests {

  private static final String SITE = "national/recording";
  private static final Workbench BENCH =
      new Workbench(
          TestSites.of(
              """
              - site: national
                name: The National Desk
                address: http://national.test/
                sections: [{path: news, name: News}]
                destinations: [{kind: recording}]
              """));

  private Reader reader = new Reader(BENCH.clock);
  private Reply reply = Reply.WELL;
  private @Nullable Schedule meanwhile;
  private int left;
  private final List<byte[]> events = new ArrayList<>();

  @AfterContainer
  static void end() {
    BENCH.close();
  }

  @Provide
  Arbitrary<List<Schedule>> schedules() {
    var number = Arbitraries.integers().between(1, 3);
    var version = Arbitraries.integers().between(1, 8);
    var embargo = Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 2), Tuple.of(1, 30));
    Arbitrary<Schedule> sends =
        Combinators.combine(number, version, embargo).as(Schedule.Sends::new);
    Arbitrary<Schedule> kills = Combinators.combine(number, version).as(Schedule.Kills::new);
    Arbitrary<Schedule> repeats = Arbitraries.integers().between(0, 9).map(Schedule.Repeats::new);
    Arbitrary<Schedule> answers = Arbitraries.of(Reply.class).map(Schedule.Answers::new);
    Arbitrary<Schedule> passes =
        Arbitraries.of(1, 5, 30, 120, 300, 1_500, 5_000, -10, -60).map(Schedule.Passes::new);
    Arbitrary<Schedule> crashes = Arbitraries.of(Point.class).map(Schedule.Crashes::new);
    return Arbitraries.frequencyOf(
            Tuple.of(8, sends),
            Tuple.of(2, kills),
            Tuple.of(1, repeats),
            Tuple.of(2, Arbitraries.oneOf(sends, kills).map(Schedule.Meanwhile::new)),
            Tuple.of(4, answers),
            Tuple.of(5, passes),
            Tuple.of(8, Arbitraries.just((Schedule) new Schedule.Carries())),
            Tuple.of(3, crashes),
            Tuple.of(1, Arbitraries.just((Schedule) new Schedule.Enables())))
        .list()
        .ofMinSize(4)
        .ofMaxSize(40);
  }

  @Property
  void thePromisesHoldWhateverHappens(@ForAll("schedules") List<Schedule> schedule) {
    // Given
    begin();

    // When
    schedule.forEach(this::happens);

    // Then
    settles();
    everythingIsAccountedFor();
    recovered();
  }

  private void begin() {
    TestDatabase.empty();
    BENCH.clock.set(Events.MORNING.plus(Duration.ofDays(1)));
    BENCH.restart();
    reader = new Reader(BENCH.clock);
    reply = Reply.WELL;
    events.clear();
    meanwhile = null;
    left = 0;
    BENCH.at(SITE).carried.clear();
    BENCH.at(SITE).shown.clear();
    BENCH.at(SITE).answer = this::answered;
  }

  private Transmission answered(Dispatch dispatch) {
    // a batch leaves as a whole: what is said after that finds all of it under way
    var carried = BENCH.at(SITE).carried;
    for (; left < carried.size(); left++) {
      reader.leaves(carried.get(left));
    }
    var what = meanwhile;
    if (what != null) {
      meanwhile = null;
      happens(what);
    }
    if (reply.arrives()) {
      reader.sees(dispatch);
    }
    return reply.to(dispatch, BENCH.clock.instant());
  }

  private void happens(Schedule what) {
    switch (what) {
      case Schedule.Sends sends -> enter(reader.hear(sends).bytes());
      case Schedule.Kills kills -> enter(reader.hear(kills).bytes());
      case Schedule.Meanwhile(var said) -> meanwhile = said;
      case Schedule.Repeats(var back) -> {
        if (!events.isEmpty()) {
          enter(events.get(back % events.size()));
        }
      }
      case Schedule.Answers(var said) -> reply = said;
      case Schedule.Passes(var minutes) -> BENCH.clock.advance(Duration.ofMinutes(minutes));
      case Schedule.Carries _ -> BENCH.carry();
      case Schedule.Crashes(var point) -> crash(point);
      case Schedule.Enables _ -> ByHand.enable(BENCH, SITE);
    }
  }

  private void enter(byte[] event) {
    events.add(event);
    BENCH.bean(newsroom.publish.delivery.Ledger.class).enter(List.of(BENCH.arrival(event)));
  }

  /// What was in hand is dropped at this point; the next one takes back what had this name.
  private void crash(Point point) {
    if (!disabled()) {
      var now = BENCH.clock.instant();
      var claim = new Claims.Claim(SITE, "publish", now, now.plusSeconds(30), 2);
      var claimed = BENCH.bean(Claims.class).due(claim);
      if (point != Point.CLAIMED && !claimed.isEmpty()) {
        var line = BENCH.bean(Lines.class).all().getFirst();
        var carried = new Round(BENCH.clock, line, BENCH.bean(Desk.class)).carry(claimed);
        if (point == Point.SETTLED) {
          BENCH.bean(Settlements.class).settle(carried.settlements(), now);
        }
      }
    }
    BENCH.restart();
    BENCH.bean(Ownership.class).resume();
  }

  private static boolean disabled() {
    var sql = "select count(*) from publish.destination where disabled_at is not null";
    return Objects.requireNonNull(BENCH.jdbc.queryForObject(sql, Integer.class)) > 0;
  }

  /// From here on the site answers well, and time goes by until nothing is to come.
  private void settles() {
    reply = Reply.WELL;
    for (int i = 0; i < 40; i++) {
      BENCH.carry();
      BENCH.clock.advance(Duration.ofHours(3));
    }
    BENCH.carry();
  }

  /// L: what is not live or gone is parked, with the reason.
  private void everythingIsAccountedFor() {
    for (var row : BENCH.jdbc.queryForList("select uri, state, reason from publish.delivery")) {
      var uri = String.valueOf(row.get("uri"));
      assertThat(row.get("state")).as(uri).isIn("LIVE", "TAKEN_DOWN", "PARKED");
      if ("PARKED".equals(row.get("state"))) {
        assertThat(row.get("reason")).isNotNull();
      }
      if ("LIVE".equals(row.get("state"))) {
        assertThat(reader.seen()).containsEntry(uri, reader.expected().get(uri));
      }
    }
  }

  private void recovered() {
    ByHand.enable(BENCH, SITE);
    ByHand.retry(BENCH, SITE, null, null);
    for (int i = 0; i < 5; i++) {
      BENCH.carry();
      BENCH.clock.advance(Duration.ofHours(3));
    }
    assertThat(reader.seen()).isEqualTo(reader.expected());
  }

  @AfterProperty
  void tell() {
    // nothing is left for other tests of this run
    TestDatabase.empty();
  }
}
