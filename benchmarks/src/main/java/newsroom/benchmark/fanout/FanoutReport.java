package newsroom.benchmark.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.count.Latency;
import newsroom.benchmark.count.Spread;
import newsroom.benchmark.fanout.load.FanoutResult;
import newsroom.benchmark.fanout.load.FanoutResult.Burst;
import newsroom.benchmark.fanout.load.FanoutResult.Sample;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.report.Report;
import newsroom.benchmark.report.Table;

/// Makes sense of a fan-out.
record FanoutReport(FanoutRun run, FanoutResult result) {

  // what compiles and fills caches in the first minutes is no leak
  private static final double SETTLED_MINUTES = 5;
  private static final double MEGABYTE = 1 << 20;

  /// What is wanted.
  record Goals(double ratio, double perSecond, double tail) {}

  Report report(Goals goals) {
    var tables = new ArrayList<>(List.of(backlog(), singles()));
    if (!result.samples().isEmpty()) {
      tables.add(memory());
    }
    var title =
        "Fan-out: %d webhook sites, backlogs of %d stories, %d links in each"
            .formatted(run.sites(), run.work().stories(), run.work().related());
    return new Report("fanout", title, notes(), tables, failures(goals), result);
  }

  private Table backlog() {
    var publish = spread(result.publish(), Burst::perSecond);
    var bare = spread(result.bare(), Burst::perSecond);
    return Table.headed("backlog", "publish", "bare client", "ratio")
        .row(figures("deliveries/s, median", "%.0f", publish.median(), bare.median()))
        .row(figures("deliveries/s, worst round", "%.0f", publish.least(), bare.least()))
        .row(cpu("CPU µs/delivery, client", "client"))
        .row(cpu("CPU µs/delivery, database", "database"))
        .row(cpu("CPU µs/delivery, broker", "broker"))
        .row(cpu("CPU µs/delivery, load and sites", "load"))
        .row(
            figures(
                "cores, client and database",
                "%.2f",
                cores(result.publish()),
                cores(result.bare())));
  }

  private String[] cpu(String name, String process) {
    return figures(name, "%.0f", micros(result.publish(), process), micros(result.bare(), process));
  }

  private static double micros(List<Burst> bursts, String process) {
    return spread(bursts, it -> it.cpu().microsPer(process, it.deliveries())).median();
  }

  private static double cores(List<Burst> bursts) {
    return spread(
            bursts,
            it ->
                (it.cpu().microsPer("client", 1) + it.cpu().microsPer("database", 1))
                    / 1e6
                    / it.seconds())
        .median();
  }

  private Table singles() {
    var first = latency(result.singles().first());
    var last = latency(result.singles().last());
    var bare = latency(result.singles().bare());
    return Table.headed(
            "one urgent story, ms", "first site", "last site", "last, bare client", "ratio")
        .row(millis("p50", first.p50(), last.p50(), bare.p50()))
        .row(millis("p90", first.p90(), last.p90(), bare.p90()))
        .row(millis("p99", first.p99(), last.p99(), bare.p99()))
        .row(millis("max", first.max(), last.max(), bare.max()));
  }

  private Table memory() {
    var table = Table.headed("steady load, minute", "deliveries", "resident MB", "live heap MB");
    for (var sample : result.samples()) {
      table.row(
          "%.0f".formatted(sample.minute()),
          Long.toString(sample.deliveries()),
          "%.1f".formatted(resident(sample)),
          "%.1f".formatted(live(sample)));
    }
    var settled = result.samples().stream().filter(it -> it.minute() >= SETTLED_MINUTES).toList();
    return table.row(
        "slope an hour, after %.0f minutes".formatted(SETTLED_MINUTES),
        "",
        "%+.1f".formatted(60 * slope(settled, FanoutReport::resident)),
        "%+.1f".formatted(60 * slope(settled, FanoutReport::live)));
  }

  /// Of the straight line that is nearest to all samples, each minute.
  static double slope(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    var x = samples.stream().mapToDouble(Sample::minute).average().orElse(0);
    var y = samples.stream().mapToDouble(figure).average().orElse(0);
    var up = samples.stream().mapToDouble(it -> (it.minute() - x) * (figure.applyAsDouble(it) - y));
    var across = samples.stream().mapToDouble(it -> (it.minute() - x) * (it.minute() - x)).sum();
    return across == 0 ? 0 : up.sum() / across;
  }

  private static double resident(Sample sample) {
    return sample.memory().residentKilobytes() / 1024.0;
  }

  private static double live(Sample sample) {
    return sample.memory().liveBytes() / MEGABYTE;
  }

  private List<String> notes() {
    var foreign = spread(result.publish(), it -> it.cpu().foreignCores()).median();
    return List.of(
        Machine.here().description(),
        "broker, database, publish, bare client and sites on one machine; other programs took %.2f cores"
            .formatted(foreign),
        "a backlog counts from the first story put onto the topic to the last post; the bare client posts what publish posted, from memory, over the same HTTP client, %d at once at each site"
            .formatted(run.concurrency()));
  }

  private List<String> failures(Goals goals) {
    var failures = new ArrayList<String>();
    var perSecond = spread(result.publish(), Burst::perSecond).median();
    var ratio = perSecond / spread(result.bare(), Burst::perSecond).median();
    var tail = latency(result.singles().last()).p99();
    if (result.missing() + result.repeated() > 0) {
      failures.add(
          "%d deliveries are missing, %d came twice"
              .formatted(result.missing(), result.repeated()));
    }
    if (ratio < goals.ratio()) {
      failures.add("ratio %.2f, %.2f wanted".formatted(ratio, goals.ratio()));
    }
    if (perSecond < goals.perSecond()) {
      failures.add("%.0f deliveries/s, %.0f wanted".formatted(perSecond, goals.perSecond()));
    }
    if (tail > goals.tail()) {
      failures.add("p99 is %.1f ms, at most %.1f wanted".formatted(tail, goals.tail()));
    }
    return failures;
  }

  private static String[] millis(String name, double first, double last, double bare) {
    return new String[] {
      name, ms(first), ms(last), ms(bare), "%.2f".formatted(last / Math.max(bare, 1e-9))
    };
  }

  private static String ms(double millis) {
    return "%.1f".formatted(millis);
  }

  private static String[] figures(String name, String form, double publish, double bare) {
    return new String[] {
      name,
      form.formatted(publish),
      form.formatted(bare),
      "%.2f".formatted(publish / Math.max(bare, 1e-9))
    };
  }

  private static Spread spread(List<Burst> bursts, ToDoubleFunction<Burst> figure) {
    return Spread.of(bursts.stream().mapToDouble(figure).boxed().toList());
  }

  private static Latency latency(String histogram) {
    return Latency.of(Histograms.sum(List.of(histogram)));
  }
}
