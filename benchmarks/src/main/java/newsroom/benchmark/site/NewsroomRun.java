package newsroom.benchmark.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Schedule;
import newsroom.benchmark.process.Json;
import newsroom.benchmark.process.Jvm;
import newsroom.benchmark.process.Ports;
import newsroom.benchmark.process.WorkFolder;
import newsroom.benchmark.site.load.FilingPlan;
import newsroom.benchmark.site.load.FilingResult;
import newsroom.benchmark.site.load.SiteLoad;

/// One whole newsroom and one load, each in processes of its own.
///
/// @param sites how many
/// @param schedule full load, steady rate
/// @param keepNoisy count the run too when other programs took CPU
record NewsroomRun(int sites, Schedule schedule, boolean keepNoisy) {

  /// A tenth of a core: above that a run is noisy.
  static final double QUIET_CORES = 0.1;

  private static final double SETTLE_SECONDS = 4;
  private static final Duration SPARE = Duration.ofMinutes(4);

  /// The run of part (b).
  static NewsroomRun atSteadyRate(Options options) {
    var smoke = options.flag("smoke");
    var schedule =
        new Schedule(
            options.number("window", 200),
            options.decimal("warmup-seconds", smoke ? 3 : 30),
            0,
            options.decimal("rate", 100),
            SETTLE_SECONDS,
            options.decimal("seconds", smoke ? 3 : 30));
    return of(options, 1, schedule, smoke);
  }

  /// The run of part (c).
  static NewsroomRun atFullLoad(Options options) {
    var smoke = options.flag("smoke");
    var schedule =
        new Schedule(
            options.number("window", 1_000),
            options.decimal("warmup-seconds", smoke ? 3 : 30),
            options.decimal("seconds", smoke ? 3 : 30),
            0,
            0,
            0);
    return of(options, 3, schedule, smoke);
  }

  private static NewsroomRun of(Options options, int sites, Schedule schedule, boolean smoke) {
    var keepNoisy = options.flag("keep-noisy") || smoke;
    var run = new NewsroomRun(options.number("sites", sites), schedule, keepNoisy);
    options.end();
    return run;
  }

  FilingResult in(Path folder) {
    try (var work = WorkFolder.fresh(folder)) {
      var doors = new BenchSites(sites, work.path().resolve("pages"), Ports.free());
      var file = doors.write(work.path().resolve("sites.yml"));
      try (var newsroom = Newsroom.open(work.path(), file)) {
        return load(newsroom, doors, work.path());
      }
    }
  }

  private FilingResult load(Newsroom newsroom, BenchSites doors, Path folder) {
    var result = folder.resolve("load.json");
    var plan =
        new FilingPlan(
            newsroom.ingest(),
            doors.receiverPort(),
            doors.doors(),
            schedule,
            newsroom.processes(),
            result.toString());
    var arguments = List.of(Json.text(plan));
    try (var load = Jvm.harness("load", "1g", SiteLoad.class, arguments).start(folder)) {
      load.awaitEnd(schedule.length().plus(SPARE));
    }
    return Json.read(result, FilingResult.class);
  }
}
