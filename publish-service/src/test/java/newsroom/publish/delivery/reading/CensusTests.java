package newsroom.publish.delivery.reading;

import static newsroom.publish.Events.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.Events;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CensusTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();
  private final Census census = bench.bean(Census.class);

  @AfterEach
  void close() {
    bench.close();
  }

  private Map<DeliveryState, Long> national() {
    return census.bySite().getOrDefault("national", Map.of());
  }

  private Map<String, Long> counted() {
    var counted = new TreeMap<String, Long>();
    bench.jdbc.query(
        "select site || ' ' || state, count(*) from publish.delivery group by site, state",
        row -> {
          counted.put(row.getString(1), row.getLong(2));
        });
    return counted;
  }

  private Map<String, Long> known() {
    var known = new TreeMap<String, Long>();
    census
        .bySite()
        .forEach(
            (site, states) ->
                states.forEach((state, count) -> known.put(site + " " + state, count)));
    return known;
  }

  @Test
  void aStoryIsCountedWhereverItStandsAndNowhereElse() {
    // Given
    bench.enter(story(1), story(2), story(3));

    // When
    var due = national();
    bench.carry();
    var live = national();
    bench.enter(story(2).version(2).killed());
    bench.carry();

    // Then
    assertThat(due).containsOnly(Map.entry(DeliveryState.DUE, 3L));
    assertThat(live).containsOnly(Map.entry(DeliveryState.LIVE, 3L));
    assertThat(national())
        .containsOnly(Map.entry(DeliveryState.LIVE, 2L), Map.entry(DeliveryState.TAKEN_DOWN, 1L));
  }

  @Test
  void whateverHappensItIsWhatCountingAllOfThemSays() {
    // Given
    for (int number = 1; number <= 40; number++) {
      bench.enter(story(number).subject(number % 3 == 0 ? "sport" : "weather"));
    }
    bench.at(NATIONAL).answer =
        dispatch ->
            dispatch.uri().endsWith("7")
                ? new Transmission.Refused("never")
                : Recording.accept(dispatch);

    // When
    bench.carry();
    bench.enter(story(5).version(2).embargoedUntil(Events.MORNING.plus(Duration.ofDays(30))));
    bench.enter(story(6).version(2).killed(), story(8).version(2), story(8).version(2));
    assertThat(known()).isEqualTo(counted());
    bench.carry();
    bench.jdbc.update("delete from publish.delivery where uri = ?", Events.uri(9));

    // Then
    assertThat(known()).isEqualTo(counted()).hasSizeGreaterThan(3);
    assertThat(bench.jdbc.queryForObject("select count(*) from publish.delivery_count", Long.class))
        .isLessThan(20);
  }

  @Test
  void anEmptiedLedgerHasNone() {
    // Given
    bench.enter(story(1));

    // When
    bench.jdbc.execute("truncate publish.delivery");

    // Then
    assertThat(census.bySite()).isEmpty();
  }
}
