package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import newsroom.publish.Events;
import newsroom.publish.site.Pace;
import newsroom.publish.site.TestSites;
import org.junit.jupiter.api.Test;

class LimitTests {

  private static final Instant START = Events.MORNING;

  private final AtomicInteger woken = new AtomicInteger();

  private int take(Limit limit, int most, Instant now) {
    return limit.take(most, now, woken::incrementAndGet);
  }

  @Test
  void noMoreLeavesInAnyStretchOfTimeThanTheSiteSays() {
    // Given
    var limit = new Limit(new Pace(20, Duration.ofSeconds(1), 100));

    // When
    int first = take(limit, 16, START);
    limit.giveBack(first, first, START.plusMillis(300));

    // Then
    assertThat(first).isEqualTo(16);
    assertThat(take(limit, 16, START.plusMillis(300))).isEqualTo(4);
    limit.giveBack(4, 4, START.plusMillis(400));
    assertThat(take(limit, 16, START.plusMillis(1299))).isZero();
    assertThat(limit.opens(START.plusMillis(1299))).isEqualTo(START.plusMillis(1300));
    assertThat(take(limit, 20, START.plusMillis(1300))).isEqualTo(16);
  }

  @Test
  void whatIsUnderWayCountsAndWhoWasTurnedAwayIsWoken() {
    // Given
    var limit = new Limit(new Pace(1_000, Duration.ofSeconds(1), 4));

    // Then
    assertThat(take(limit, 3, START)).isEqualTo(3);
    assertThat(take(limit, 3, START)).isEqualTo(1);
    assertThat(take(limit, 3, START)).isZero();
    assertThat(limit.opens(START)).isNull();

    // When
    limit.giveBack(3, 0, START);

    // Then
    assertThat(woken).hasValue(1);
    assertThat(take(limit, 9, START)).isEqualTo(3);
  }

  @Test
  void aClockThatIsSetBackClosesNoSite() {
    // Given
    var limit = new Limit(new Pace(2, Duration.ofSeconds(1), 10));
    limit.giveBack(take(limit, 2, START), 2, START);

    // Then
    assertThat(take(limit, 2, START.minus(Duration.ofHours(1)))).isEqualTo(2);
  }

  @Test
  void allDestinationsOfASiteShareItsPace() {
    // Given
    var sites =
        TestSites.of(
            """
            - site: harbor
              name: Harbor Daily
              address: http://harbor.test/
              rate: 10/m
              at-once: 4
              sections: [{path: news, name: News}]
              destinations: [{kind: recording}, {kind: recording, name: second}]
            """);
    try (var bench = new Workbench(sites)) {
      for (int number = 1; number <= 20; number++) {
        bench.enter(story(number));
      }

      // When
      bench.carry();

      // Then
      assertThat(carried(bench)).isEqualTo(10);

      // When
      bench.clock.advance(Duration.ofSeconds(59));
      bench.carry();

      // Then
      assertThat(carried(bench)).isEqualTo(10);

      // When
      for (int minutes = 0; minutes < 4; minutes++) {
        bench.clock.advance(Duration.ofMinutes(1));
        bench.carry();
      }

      // Then
      assertThat(carried(bench)).isEqualTo(40);
    }
  }

  private static int carried(Workbench bench) {
    return bench.at("harbor/recording").carried.size() + bench.at("harbor/second").carried.size();
  }
}
