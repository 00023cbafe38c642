package newsroom.benchmark.plumbing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Part;
import newsroom.benchmark.process.WorkFolder;
import newsroom.benchmark.report.Report;

/// Part (a): how much of plain clients' speed the enrichment service keeps, and what CPU it costs.
public final class Plumbing implements Part {

  @Override
  public String name() {
    return "plumbing";
  }

  @Override
  public String usage() {
    return PlumbingSetup.USAGE;
  }

  @Override
  public Report run(Options options, Path folder) {
    var setup = PlumbingSetup.of(options);
    try (var work = WorkFolder.fresh(folder);
        var course = new Course(setup, work.path())) {
      return new PlumbingReport(setup, rounds(setup, course)).report();
    }
  }

  /// Noisy rounds are run again, up to as many as were asked for.
  private static List<Round> rounds(PlumbingSetup setup, Course course) {
    var rounds = new ArrayList<Round>();
    while (counting(setup, rounds).size() < setup.blocks() && rounds.size() < 2 * setup.blocks()) {
      var round = new Round(course.block(setup.first()), course.block(Relay.FLOOR));
      rounds.add(round);
      System.out.println(PlumbingReport.line(rounds.size(), round));
    }
    return rounds;
  }

  static List<Round> counting(PlumbingSetup setup, List<Round> rounds) {
    return rounds.stream().filter(round -> setup.keepNoisy() || !round.noisy()).toList();
  }
}
