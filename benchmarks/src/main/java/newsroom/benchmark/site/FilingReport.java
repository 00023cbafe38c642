package newsroom.benchmark.site;

import java.util.ArrayList;
import java.util.List;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.count.Latency;
import newsroom.benchmark.machine.CpuUse;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.report.Report;
import newsroom.benchmark.report.Table;
import newsroom.benchmark.site.load.Door;
import newsroom.benchmark.site.load.FilingResult;

/// Makes sense of a run of the whole newsroom.
record FilingReport(NewsroomRun run, FilingResult result) {

  private static final List<String> PROCESSES = List.of("newsroom", Newsroom.DATABASE, "load");

  /// How long a story takes, with the goals for its median and its 99th percentile.
  Report latencies(double medianGoal, double tailGoal) {
    var table =
        Table.headed("ms from the intended time", "p50", "p90", "p99", "p99.9", "max", "stories");
    table.row(row("wire accepted", List.of(result.answers())));
    table.row(row("webhook received", result.webhooks()));
    table.row(row("page readable", result.pages()));
    var failures = failures(result.steady().cpu());
    var webhooks = latency(result.webhooks());
    goal(failures, "p50 to the webhook", webhooks.p50(), medianGoal);
    goal(failures, "p99 to the webhook", webhooks.p99(), tailGoal);
    var title =
        "Wire to site: HTTP POST to webhook and page, %.0f stories/s, %d sites"
            .formatted(run.schedule().rate(), run.sites());
    var tables = List.of(table, cpu(result.steady()), counts());
    return new Report("site", title, notes(result.steady().cpu()), tables, failures, result);
  }

  /// How many stories a second come through, with the goal for it.
  Report throughput(double goal) {
    var perSecond = result.full().stories() / result.full().cpu().seconds();
    var table = Table.headed("whole newsroom", "figure");
    table.row("stories/s, live at every site", "%,.0f".formatted(perSecond));
    table.row("deliveries/s", "%,.0f".formatted(perSecond * run.sites() * 2));
    table.row("seconds", "%.0f".formatted(result.full().cpu().seconds()));
    var failures = failures(result.full().cpu());
    if (perSecond < goal) {
      failures.add("%.0f stories/s, %.0f wanted".formatted(perSecond, goal));
    }
    var title =
        "Sustained: the whole newsroom with %d sites, %d stories on their way"
            .formatted(run.sites(), run.schedule().window());
    var tables = List.of(table, cpu(result.full()), counts());
    return new Report("sustained", title, notes(result.full().cpu()), tables, failures, result);
  }

  private static String[] row(String name, List<Door.Result> doors) {
    var latency = latency(doors);
    return new String[] {
      name,
      millis(latency.p50()),
      millis(latency.p90()),
      millis(latency.p99()),
      millis(latency.p999()),
      millis(latency.max()),
      Long.toString(latency.count())
    };
  }

  private static Table cpu(FilingResult.Stretch stretch) {
    var use = stretch.cpu();
    var table = Table.headed("CPU", "µs/story", "cores");
    for (var process : PROCESSES) {
      var cores = use.cpuSeconds().getOrDefault(process, 0.0) / Math.max(use.seconds(), 1e-9);
      table.row(
          process,
          "%.0f".formatted(use.microsPer(process, stretch.stories())),
          "%.2f".formatted(cores));
    }
    return table;
  }

  private Table counts() {
    var table =
        Table.headed("all stories, warm-up too", "sent", "missing", "repeated", "links renewed");
    table.row(row("wires", result.answers()));
    result.webhooks().forEach(door -> table.row(row("webhook of " + door.name(), door)));
    result.pages().forEach(door -> table.row(row("pages of " + door.name(), door)));
    return table;
  }

  private static String[] row(String name, Door.Result door) {
    var counts = door.counts();
    return new String[] {
      name,
      Long.toString(counts.sent()),
      Long.toString(counts.missing()),
      Long.toString(door.repeated()),
      Long.toString(counts.duplicated())
    };
  }

  private List<String> notes(CpuUse use) {
    return List.of(
        result.sentAgain() + " wires were turned away at first and sent again",
        Machine.here().description(),
        "broker, database and the three services on one machine with the load; other programs took %.2f cores"
            .formatted(use.foreignCores()),
        "each story is one HTTP request with a ninjs wire of about 4 KB, an enriched story with its links, and at each site one page and one webhook",
        "%.0f s of full load before, so the archive is not empty"
            .formatted(run.schedule().warmUpSeconds()));
  }

  private List<String> failures(CpuUse use) {
    var failures = new ArrayList<String>();
    if (result.missing() > 0) {
      failures.add(result.missing() + " stories are missing behind one door or another");
    }
    if (result.repeated() > 0) {
      failures.add(result.repeated() + " messages came twice");
    }
    if (use.foreignCores() > NewsroomRun.QUIET_CORES && !run.keepNoisy()) {
      failures.add(
          "other programs took %.2f cores: the figures do not count".formatted(use.foreignCores()));
    }
    return failures;
  }

  private static void goal(List<String> failures, String what, double millis, double goal) {
    if (millis > goal) {
      failures.add("%s is %s ms, at most %s wanted".formatted(what, millis(millis), millis(goal)));
    }
  }

  private static Latency latency(List<Door.Result> doors) {
    return Latency.of(Histograms.sum(doors.stream().map(Door.Result::histogram).toList()));
  }

  private static String millis(double millis) {
    return "%.2f".formatted(millis);
  }
}
