package newsroom.benchmark.plumbing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import newsroom.benchmark.count.Counts;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.count.Latency;
import newsroom.benchmark.count.Spread;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.plumbing.load.LoadResult;
import newsroom.benchmark.process.RunFailed;
import newsroom.benchmark.report.Report;
import newsroom.benchmark.report.Table;

/// Makes sense of the rounds.
final class PlumbingReport {

  private final PlumbingSetup setup;
  private final List<Round> all;
  private final List<Round> counting;

  PlumbingReport(PlumbingSetup setup, List<Round> all) {
    this.setup = setup;
    this.all = all;
    this.counting = Plumbing.counting(setup, all);
    if (counting.isEmpty() && missing() == 0) {
      throw new RunFailed(
          "other programs took more than a tenth of a core in every round: wait for a quiet machine, or --keep-noisy");
    }
  }

  /// One round in one line, for those who wait.
  static String line(int number, Round round) {
    return "round %d: %s, floor %s%s"
        .formatted(
            number, brief(round.first()), brief(round.floor()), round.noisy() ? " (noisy)" : "");
  }

  Report report() {
    var tables = counting.isEmpty() ? List.<Table>of() : List.of(speeds(), latencies());
    return new Report("plumbing", title(), notes(), with(tables, counts()), failures(), all);
  }

  private String title() {
    return "Plumbing: %s against plain Kafka clients".formatted(name());
  }

  private String name() {
    return setup.first() == Relay.FLOOR ? "the floor again" : "enrichment service, enricher off";
  }

  private Table speeds() {
    var first = figures(Round::first, LoadResult::perSecond);
    var floor = figures(Round::floor, LoadResult::perSecond);
    return Table.headed("full load", name(), "floor", "ratio")
        .row(
            "articles/s, median",
            whole(first.median()),
            whole(floor.median()),
            ratio(first.median(), floor.median()))
        .row(
            "articles/s, worst block",
            whole(first.least()),
            whole(floor.least()),
            ratio(first.least(), floor.median()))
        .row(cpu("relay"))
        .row(cpu("broker"))
        .row(cpu("load"));
  }

  private String[] cpu(String process) {
    ToDoubleFunction<LoadResult> micros = block -> block.full().microsPer(process, block.arrived());
    var first = figures(Round::first, micros).median();
    var floor = figures(Round::floor, micros).median();
    return new String[] {
      "CPU µs/article, " + process,
      "%.1f".formatted(first),
      "%.1f".formatted(floor),
      ratio(first, floor)
    };
  }

  private Table latencies() {
    var first = latency(Round::first);
    var floor = latency(Round::floor);
    var heading = "ms at %.0f/s".formatted(setup.load().schedule().rate());
    return Table.headed(heading, name(), "floor", "ratio")
        .row(millis("p50", first.p50(), floor.p50()))
        .row(millis("p90", first.p90(), floor.p90()))
        .row(millis("p99", first.p99(), floor.p99()))
        .row(millis("p99.9", first.p999(), floor.p999()))
        .row(millis("max", first.max(), floor.max()))
        .row("articles measured", Long.toString(first.count()), Long.toString(floor.count()), "");
  }

  private Table counts() {
    var first = counts(Round::first);
    var floor = counts(Round::floor);
    return Table.headed("all articles, warm-up too", name(), "floor")
        .row("sent", Long.toString(first.sent()), Long.toString(floor.sent()))
        .row("missing", Long.toString(first.missing()), Long.toString(floor.missing()))
        .row("duplicated", Long.toString(first.duplicated()), Long.toString(floor.duplicated()))
        .row("reordered", Long.toString(first.reordered()), Long.toString(floor.reordered()));
  }

  private List<String> notes() {
    var load = setup.load().schedule();
    var noise =
        figuresOf(
            all, round -> Math.max(round.first().foreignCores(), round.floor().foreignCores()));
    return List.of(
        Machine.here().description(),
        "%d of %d rounds count, each %.0f s of full load after %.0f s of warm-up; other programs took %.2f cores in the median round, %.2f in the worst"
            .formatted(
                counting.size(),
                all.size(),
                load.fullSeconds(),
                load.warmUpSeconds(),
                noise.median(),
                noise.greatest()),
        "one broker, %d partitions, acks=all, linger 0, %,d articles on their way at full load, so latency there is no measure; latency is from the intended time at a steady rate"
            .formatted(setup.partitions(), load.window()),
        "both relays consume, decode, build the enriched event, encode, send, flush each batch and then commit; publishing is not a relay and is not in here");
  }

  private List<String> failures() {
    var failures = new ArrayList<String>();
    if (missing() > 0) {
      failures.add(missing() + " articles went missing");
    }
    if (!counting.isEmpty()) {
      var ratio =
          figures(Round::first, LoadResult::perSecond).median()
              / figures(Round::floor, LoadResult::perSecond).median();
      if (ratio < setup.leastRatio()) {
        failures.add("%.2f of the floor's speed, %.2f wanted".formatted(ratio, setup.leastRatio()));
      }
    }
    return failures;
  }

  private long missing() {
    return counts(Round::first).missing() + counts(Round::floor).missing();
  }

  private Counts counts(Function<Round, LoadResult> side) {
    return all.stream().map(side).map(LoadResult::counts).reduce(Counts.NONE, Counts::plus);
  }

  private Spread figures(Function<Round, LoadResult> side, ToDoubleFunction<LoadResult> figure) {
    return figuresOf(counting, round -> figure.applyAsDouble(side.apply(round)));
  }

  private static Spread figuresOf(List<Round> rounds, Function<Round, Double> figure) {
    return Spread.of(rounds.stream().map(figure).toList());
  }

  private Latency latency(Function<Round, LoadResult> side) {
    return Latency.of(
        Histograms.sum(counting.stream().map(side).map(LoadResult::histogram).toList()));
  }

  private static List<Table> with(List<Table> tables, Table last) {
    var all = new ArrayList<>(tables);
    all.add(last);
    return all;
  }

  private static String brief(LoadResult block) {
    return "%,.0f/s, relay %.1f µs, p50 %.2f ms"
        .formatted(
            block.perSecond(),
            block.full().microsPer("relay", block.arrived()),
            Latency.of(Histograms.sum(List.of(block.histogram()))).p50());
  }

  private static String[] millis(String name, double first, double floor) {
    return new String[] {
      name, "%.2f".formatted(first), "%.2f".formatted(floor), ratio(first, floor)
    };
  }

  private static String whole(double figure) {
    return "%,.0f".formatted(figure);
  }

  private static String ratio(double first, double floor) {
    return "%.2f".formatted(first / floor);
  }
}
