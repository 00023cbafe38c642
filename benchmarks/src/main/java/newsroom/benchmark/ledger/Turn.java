package newsroom.benchmark.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import newsroom.benchmark.process.RunFailed;

/// All that the ledger does, once: in milliseconds, by what it is.
final class Turn {

  private static final int BATCH = 500;
  private static final int SINGLES = 40;
  private static final int ASKED = 20;

  /// Asked of the control door; `{n}` is any story of the past, `{uri}` its uri.
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "ask: deliveries of a site, live", "deliveries?site=one&state=LIVE",
          "ask: deliveries of a site, parked", "deliveries?site=one&state=PARKED",
          "ask: deliveries of a site, due", "deliveries?site=one&state=DUE",
          "ask: deliveries of all, any state", "deliveries",
          "ask: the path of a story", "stories/{uri}",
          "ask: a story by its identifier", "stories?guid=bench-{n}",
          "ask: a story by a rare word", "stories?headline={n}",
          "ask: stories by a common word", "stories?headline=harbour",
          "ask: the sites", "sites");

  private final Shop shop;
  private final Copy copy = new Copy();
  private final List<String> past;
  private final Map<String, Double> took = new LinkedHashMap<>();

  /// A turn.
  ///
  /// @param past some stories of the past, by uri
  Turn(Shop shop, List<String> past) {
    this.shop = shop;
    this.past = past;
  }

  Map<String, Double> run() {
    var uris = Copy.uris(BATCH);
    batch("500 new stories", copy.version(uris, 1));
    batch("500 corrections", copy.version(uris, 2));
    batch("500 that came before", copy.version(uris, 1));
    singles();
    questions();
    time("figures for the metrics", () -> shop.work("gauges", "read"));
    time("forgetting 500 old versions", () -> shop.work("forgetting", "lot"));
    shop.jdbc().update("delete from publish.list_change");
    return took;
  }

  private void batch(String what, List<byte[]> events) {
    long began = System.nanoTime();
    double entered = shop.enter(events) / 1e6;
    shop.settled();
    took.put(what + ": entered", entered);
    took.put(what + ": settled at 3 sites", (System.nanoTime() - began) / 1e6);
  }

  private void singles() {
    var each = new ArrayList<Double>();
    for (var uri : Copy.uris(SINGLES)) {
      var event = copy.version(List.of(uri), 1);
      long began = System.nanoTime();
      shop.enter(event);
      shop.settled();
      each.add((System.nanoTime() - began) / 1e6);
    }
    took.put("one story: settled at 3 sites", middle(each));
  }

  private void questions() {
    QUESTIONS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(it -> took.put(it.getKey(), question(it.getValue())));
  }

  private double question(String path) {
    var each = new ArrayList<Double>();
    for (int i = 0; i < ASKED; i++) {
      int n = ThreadLocalRandom.current().nextInt(past.size());
      var asked = path.replace("{n}", Integer.toString(n + 1)).replace("{uri}", past.get(n));
      long began = System.nanoTime();
      if (shop.ask(asked) != 200) {
        throw new RunFailed("publish does not answer /" + asked);
      }
      each.add((System.nanoTime() - began) / 1e6);
    }
    return middle(each);
  }

  private void time(String what, Runnable work) {
    long began = System.nanoTime();
    work.run();
    took.put(what, (System.nanoTime() - began) / 1e6);
  }

  private static double middle(List<Double> each) {
    return each.stream().sorted().collect(Collectors.toList()).get(each.size() / 2);
  }
}
