package newsroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One site accepts and never answers; the others are none the worse. `-Dnewsroom.oracle=full`
/// measures by how much, in rounds that alternate, so that noise meets both alike.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class HangTests {

  private static final Logger log = LoggerFactory.getLogger(HangTests.class);

  // the newsroom under test has the time of day; so have its tests
  private static final Clock CLOCK = Clock.systemUTC();

  private static final boolean FULL = "full".equals(System.getProperty("newsroom.oracle"));
  private static final int ROUNDS = FULL ? 8 : 1;
  private static final int STORIES = FULL ? 150 : 20;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  private final Map<String, Instant> filed = new HashMap<>();

  @Test
  void theOthersGetEverythingWhileOneSiteHangs() throws Exception {
    // Given
    try (var one = new Sink("one", Tempers.well());
        var two = new Sink("two", Tempers.well());
        var hanging = new Sink("hanging", Tempers.well());
        var newsroom =
            ChildNewsroom.start(
                data, new OracleSites(data, List.of(one, two, hanging)).overrides());
        var desk = new FrontDoor(newsroom)) {
      var others = List.of(one, two);
      var well = new ArrayList<Double>();
      var hung = new ArrayList<Double>();
      round(desk, others, "warm");
      for (int round = 0; round < ROUNDS; round++) {
        // When
        well.addAll(round(desk, others, "well-" + round));
        var end = new CountDownLatch(1);
        hanging.becomes(Tempers.hangsUntil(end));
        hung.addAll(round(desk, others, "hung-" + round));
        hanging.becomes(Tempers.well());
        end.countDown();
      }

      // Then
      log.atInfo().log(
          "p99 of {} deliveries with all well {} ms, of {} with one hanging {} ms: {} times",
          well.size(),
          p99(well),
          hung.size(),
          p99(hung),
          p99(hung) / p99(well));
      assertThat(hung).hasSize(ROUNDS * STORIES * others.size());
      await()
          .atMost(Duration.ofMinutes(3))
          .untilAsserted(() -> assertThat(uris(hanging)).hasSize(filed.size()));
    }
  }

  /// Files one after the other, and gives how many milliseconds after the agency began to file it
  /// each was at each of the others.
  private List<Double> round(FrontDoor desk, List<Sink> others, String name) {
    var mine = new ArrayList<String>();
    for (int number = 0; number < STORIES; number++) {
      var guid = name + "-" + number;
      var wire = TestWire.story(guid, "Round " + guid, "What " + guid + " has to say.", "No more.");
      var begun = CLOCK.instant();
      var uri = desk.file("northwire", wire);
      filed.put(uri, begun);
      mine.add(uri);
    }
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> others.stream().allMatch(sink -> uris(sink).containsAll(mine)));
    return others.stream()
        .flatMap(sink -> mine.stream().map(uri -> milliseconds(sink, uri)))
        .toList();
  }

  private double milliseconds(Sink sink, String uri) {
    var first = sink.arrived().stream().filter(it -> it.uri().equals(uri)).findFirst();
    return Duration.between(Objects.requireNonNull(filed.get(uri)), first.orElseThrow().at())
            .toNanos()
        / 1e6;
  }

  private static List<String> uris(Sink sink) {
    return sink.arrived().stream().map(Sink.Arrived::uri).distinct().toList();
  }

  private static double p99(List<Double> all) {
    var sorted = all.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
  }
}
