package newsroom.benchmark.fanout;

import java.nio.file.Path;
import newsroom.benchmark.fanout.load.FanoutPlan.Steady;
import newsroom.benchmark.fanout.load.FanoutPlan.Work;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Part;
import newsroom.benchmark.report.Report;

/// Part (d): how fast one story reaches very many sites, and how many deliveries a second leave.
public final class Fanout implements Part {

  private static final double ALL = Double.MAX_VALUE;

  @Override
  public String name() {
    return "fanout";
  }

  @Override
  public String usage() {
    return """
        fanout      from articles.enriched to 60 webhooks, beside the same posts without a ledger
          --sites 60           webhook sites that take every story, at most 64
          --concurrency 16     posts under way at once at one site
          --rounds 5           backlogs of publish and of the bare client, in turns
          --warmup-rounds 3    before, not measured
          --stories 500        in each backlog
          --related 3          links of each story
          --single 100         urgent stories one at a time
          --minutes 0          steady load afterwards, with a look at memory each minute
          --rate 2             stories a second of that load
          --heap 512m          of publish
          --min-ratio 0        fail when publish has less of the bare client's speed
          --min-rate 0         fail when fewer deliveries a second leave
          --max-p99 MS         fail when the last site has a single story later
          --smoke              a few seconds: does it still run?
          --report FOLDER      where to write the report (benchmarks/target/race)
        """;
  }

  @Override
  public Report run(Options options, Path folder) {
    var smoke = options.flag("smoke");
    var steady = new Steady(options.number("minutes", 0), options.decimal("rate", 2));
    var work =
        new Work(
            options.number("rounds", smoke ? 1 : 5),
            options.number("stories", smoke ? 20 : 500),
            options.number("related", 3),
            options.number("single", smoke ? 10 : 100),
            options.number("warmup-rounds", smoke ? 0 : 3),
            steady);
    var run =
        new FanoutRun(
            options.number("sites", 60),
            options.number("concurrency", 16),
            options.text("heap", "512m"),
            work);
    var goals =
        new FanoutReport.Goals(
            options.decimal("min-ratio", 0),
            options.decimal("min-rate", 0),
            options.decimal("max-p99", ALL));
    options.end();
    return new FanoutReport(run, run.in(folder)).report(goals);
  }
}
