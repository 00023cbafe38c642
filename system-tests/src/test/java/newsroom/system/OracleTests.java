package newsroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Five sites against a script of what was filed, while partners misbehave and the newsroom is
/// killed. `-Dnewsroom.oracle=full` runs it at its full size, a number with so many stories,
/// `-Dnewsroom.oracle.seed=…` the script of another run.
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class OracleTests {

  private static final Logger log = LoggerFactory.getLogger(OracleTests.class);

  // the newsroom under test has the time of day; so have its tests
  private static final Clock CLOCK = Clock.systemUTC();

  private static final String SIZE = System.getProperty("newsroom.oracle", "60");
  private static final boolean FULL = SIZE.equals("full");
  private static final int STORIES = FULL ? 2_000 : Integer.parseInt(SIZE);
  private static final int KILLS = FULL ? 10 : Math.max(1, Math.min(10, STORIES / 30));
  private static final long SEED = Long.getLong("newsroom.oracle.seed", System.nanoTime());

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  @Test
  void everySiteGetsEveryStoryOnceAndNoneTooEarlyOrBackwards() throws Exception {
    // Given
    try (var losing = new Sink("losing", Tempers.losesReplies());
        var moody = new Sink("moody", Tempers.moody());
        var slow = new Sink("slow", Tempers.slow(FULL ? 60 : 30))) {
      var sites = new OracleSites(data, List.of(losing, moody, slow));
      var newsroom = ChildNewsroom.start(data, sites.overrides());
      var now = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
      var script = Script.of(SEED, STORIES, now.plusSeconds(10), FULL ? 150 : 30);
      log.atInfo().addKeyValue("seed", SEED).addKeyValue("stories", STORIES).log("oracle");
      try (var filing = new Filing(script, now.minusSeconds(3_600), newsroom);
          var pages = new PageWatch(script, sites.pages())) {
        // When
        pages.start();
        filing.start();
        for (int kill = 1; kill <= KILLS; kill++) {
          var due = script.steps().size() * kill / (KILLS + 1);
          var before = sites.arrived();
          await()
              .atMost(Duration.ofMinutes(3))
              .pollInterval(Duration.ofMillis(5))
              .until(() -> filing.filed() >= due && sites.arrived() > before);
          newsroom.killMinusNine();
          newsroom = ChildNewsroom.start(data, sites.overrides());
        }

        // Then
        settles(Duration.ofMinutes(FULL ? 10 : 2), () -> verdicts(script, sites, pages));
        await().atMost(Duration.ofMinutes(2)).until(Accounts.of(data)::settled);
        var verdicts = verdicts(script, sites, pages);
        report(script, sites, pages, verdicts, now);
        assertThat(verdicts).allMatch(Verdict::clean);
        newsroom = replayedTwice(newsroom, sites);
      } finally {
        newsroom.close();
      }
    }
  }

  /// Nobody outside notices that everything was read once more, twice.
  private ChildNewsroom replayedTwice(ChildNewsroom newsroom, OracleSites sites) throws Exception {
    var replay = new Replay(data, sites);
    var before = replay.quiet();
    var running = newsroom;
    for (int time = 1; time <= 2; time++) {
      running.close();
      replay.forgetOffsets();
      running = ChildNewsroom.start(data, sites.overrides());
      replay.awaitReadToTheEnd();
      var after = replay.quiet();
      log.atInfo().log("replay {}: {}", time, after.differencesFrom(before));
      assertThat(after.differencesFrom(before)).isEmpty();
    }
    return running;
  }

  private interface Verdicts {
    List<Verdict> now();
  }

  private static void settles(Duration most, Verdicts verdicts) {
    try {
      await()
          .atMost(most)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> verdicts.now().stream().allMatch(Verdict::complete));
    } catch (ConditionTimeoutException e) {
      log.atWarn().log("not all has come in {}", most);
    }
  }

  private static List<Verdict> verdicts(Script script, OracleSites sites, PageWatch pages) {
    return Stream.concat(
            sites.sinks().stream().map(sink -> new SinkJudge(script, sink).verdict()),
            Stream.of(pages.verdict(), new DropJudge(script, sites.dropped()).verdict()))
        .toList();
  }

  private static void report(
      Script script, OracleSites sites, PageWatch pages, List<Verdict> verdicts, Instant began) {
    var text = new StringBuilder();
    text.append(
        "%nseed %d, %d wires of %d stories, %d kills -9, %s%n"
            .formatted(
                script.seed(),
                script.steps().size(),
                script.stories().size(),
                KILLS,
                Duration.between(began, CLOCK.instant())));
    sites
        .sinks()
        .forEach(
            sink -> {
              var all = sink.arrived();
              var ids = all.stream().map(Sink.Arrived::id).distinct().count();
              text.append("%s got %d posts with %d ids%n".formatted(sink.name(), all.size(), ids));
            });
    text.append("files read and story pages: ").append(pages.figures()).append('\n');
    verdicts.forEach(verdict -> text.append(verdict).append('\n'));
    log.atInfo().log(text.toString());
  }
}
