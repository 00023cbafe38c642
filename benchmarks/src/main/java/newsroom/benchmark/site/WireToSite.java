package newsroom.benchmark.site;

import java.nio.file.Path;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Part;
import newsroom.benchmark.report.Report;

/// Part (b): how long it takes from an agency's HTTP request to the webhook and the page.
public final class WireToSite implements Part {

  @Override
  public String name() {
    return "site";
  }

  @Override
  public String usage() {
    return """
        site        from an agency's HTTP request to a site's webhook and page, at a steady rate
          --rate 100           stories a second
          --seconds 30         measured
          --warmup-seconds 30  full load before, not measured
          --sites 1            that take every story
          --window 200         stories on their way at most while warming up
          --max-p50 MS         fail when the median to the webhook is above
          --max-p99 MS         fail when the 99th percentile to the webhook is above
          --keep-noisy         count the run when other programs took more than 10 % of a core
          --smoke              a few seconds, noisy or not: does it still run?
          --report FOLDER      where to write the report (benchmarks/target/race)
        """;
  }

  @Override
  public Report run(Options options, Path folder) {
    var medianGoal = options.decimal("max-p50", Double.MAX_VALUE);
    var tailGoal = options.decimal("max-p99", Double.MAX_VALUE);
    var run = NewsroomRun.atSteadyRate(options);
    return new FilingReport(run, run.in(folder)).latencies(medianGoal, tailGoal);
  }
}
