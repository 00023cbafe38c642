package newsroom.benchmark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsroom.benchmark.count.Spread;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.report.Report;
import newsroom.benchmark.report.Table;

/// What the turns at both sizes say.
///
/// @param most ratio of the medians that is not too much; nothing is where 0
record LedgerReport(
    List<Long> sizes, List<List<Map<String, Double>>> turns, double most, String disk) {

  Report report() {
    var table = Table.headed("ms", "at " + sizes.get(0), "at " + sizes.get(1), "ratio", "spread");
    var failures = new ArrayList<String>();
    for (var what : turns.getFirst().getFirst().keySet()) {
      var few = figures(0, what);
      var many = figures(1, what);
      double ratio = many.median() / few.median();
      table.row(what, of(few.median()), of(many.median()), of(ratio), of(few) + " / " + of(many));
      if (most > 0 && ratio > most) {
        failures.add(what + " takes " + of(ratio) + " times as long");
      }
    }
    return new Report(
        "ledger",
        "The ledger at two sizes",
        List.of(
            Machine.here().description(),
            "one turn at one size, one at the other; medians of " + turns.getFirst().size(),
            "destinations that do nothing; PostgreSQL with fsync; " + disk),
        List.of(table),
        failures,
        turns);
  }

  private Spread figures(int size, String what) {
    return Spread.of(turns.get(size).stream().map(turn -> turn.get(what)).toList());
  }

  private static String of(Spread spread) {
    return of(spread.least()) + "–" + of(spread.greatest());
  }

  private static String of(double figure) {
    return String.format(Locale.ROOT, "%.2f", figure);
  }
}
