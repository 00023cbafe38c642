package newsroom.benchmark.site;

import java.nio.file.Path;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Part;
import newsroom.benchmark.report.Report;

/// Part (c): how many stories a second the whole newsroom brings to all its sites.
public final class Sustained implements Part {

  @Override
  public String name() {
    return "sustained";
  }

  @Override
  public String usage() {
    return """
        sustained   stories a second through the whole newsroom to every site
          --seconds 30         measured
          --warmup-seconds 30  full load before, not measured
          --sites 3            that take every story
          --window 1000        stories on their way at most
          --min-rate N         fail when fewer stories a second come through
          --keep-noisy         count the run when other programs took more than 10 % of a core
          --smoke              a few seconds, noisy or not: does it still run?
          --report FOLDER      where to write the report (benchmarks/target/race)
        """;
  }

  @Override
  public Report run(Options options, Path folder) {
    var goal = options.decimal("min-rate", 0);
    var run = NewsroomRun.atFullLoad(options);
    return new FilingReport(run, run.in(folder)).throughput(goal);
  }
}
