package newsroom.benchmark.morgue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.morgue.load.Asked;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Part;
import newsroom.benchmark.process.WorkFolder;
import newsroom.benchmark.report.Report;
import newsroom.benchmark.report.Table;

/// Part (d): related links from an archive of a million stories.
public final class LargeArchives implements Part {

  private static final String SMALL = "small";
  private static final String LARGE = "large";

  @Override
  public String name() {
    return "morgue";
  }

  @Override
  public String usage() {
    return MorgueSetup.USAGE;
  }

  @Override
  public Report run(Options options, Path folder) {
    var setup = MorgueSetup.of(options);
    var asking =
        Table.headed("CPU ms a story, one thread", "p50", "p90", "p99", "max", "links", "heap MB");
    var building =
        Table.headed(
            "morgue",
            "stories",
            "built in s",
            "stories/s",
            "CPU ms a story",
            "disk MB",
            "ready again in s");
    var sharing = Table.headed("enriching", "stories/s", "CPU ms a story", "CPU s of each");
    Map<String, Object> data = new LinkedHashMap<>();
    try (var work = WorkFolder.fresh(folder);
        var run = new MorgueRun(setup, work.path())) {
      archive(run, SMALL, setup.small(), building, asking, data);
      if (setup.drafts() > 0) {
        share(run, List.of(SMALL), sharing, data);
        run.reopen("second");
        share(run, List.of(SMALL, "second"), sharing, data);
      }
      if (setup.large() > setup.small()) {
        archive(run, LARGE, setup.large(), building, asking, data);
      }
    }
    var notes =
        List.of(
            Machine.here().description(),
            "load of the last minute at the end: "
                + load()
                + "; CPU times are the thread's or the process' own",
            "built: from articles.published through the service itself, Avro and all; ready again: the same service started on the index that it had committed");
    return new Report(
        name(), "The morgue at scale", notes, List.of(asking, building, sharing), List.of(), data);
  }

  private static void archive(
      MorgueRun run,
      String morgue,
      int stories,
      Table building,
      Table asking,
      Map<String, Object> data) {
    run.publish(stories);
    var built = run.reopen(morgue);
    var again = run.reopen(morgue);
    data.put(morgue + " built", built);
    data.put(morgue + " again", again);
    building.row(
        morgue,
        "%,d".formatted(stories),
        number(built.readingSeconds()),
        "%,.0f".formatted(stories / built.readingSeconds()),
        number(1_000 * built.cpuSeconds() / stories),
        Long.toString(run.megabytes(morgue)),
        number(again.readySeconds()));
    System.out.println(building.markdown());
    for (boolean embedding : new boolean[] {false, true}) {
      var asked = run.ask(morgue, embedding);
      data.put(morgue + (embedding ? " asked with embedding" : " asked"), asked);
      asking.row(
          row(
              "%,d stories, %s"
                  .formatted(
                      stories, embedding ? "with the asking headline's embedding" : "by words"),
              asked));
      System.out.println(asking.markdown());
    }
  }

  private static String[] row(String name, Asked asked) {
    var cells = new ArrayList<>(List.of(name));
    for (double millis : new double[] {asked.p50(), asked.p90(), asked.p99(), asked.max()}) {
      cells.add(number(millis));
    }
    cells.add(number(asked.links()));
    cells.add(Long.toString(asked.heapMegabytes()));
    return cells.toArray(String[]::new);
  }

  private static void share(
      MorgueRun run, List<String> morgues, Table sharing, Map<String, Object> data) {
    var shared = run.enrich(morgues);
    data.put(morgues.size() + " instances", shared);
    sharing.row(
        morgues.size() == 1 ? "one instance" : morgues.size() + " instances",
        "%,.0f".formatted(shared.perSecond()),
        number(shared.cpuMillis()),
        String.join(" + ", shared.cpuSeconds().stream().map(LargeArchives::number).toList()));
    System.out.println(sharing.markdown());
  }

  private static String load() {
    return number(
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
