package newsroom.benchmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.benchmark.part.Options;
import newsroom.benchmark.part.Part;
import newsroom.benchmark.process.BenchBroker;
import newsroom.benchmark.process.Ports;
import newsroom.benchmark.process.WorkFolder;
import newsroom.benchmark.report.Report;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Part (d): whether the ledger is as fast with ten million deliveries as with ten thousand.
public final class LedgerAtSize implements Part {

  private static final List<String> NAMES = List.of("few", "many");

  /// What the options say.
  ///
  /// @param filled a server with both databases as an earlier run left them; empty for a fresh one
  private record Setup(
      List<Long> sizes, int turns, int warm, String memory, double most, String filled) {

    static Setup of(Options options) {
      boolean smoke = options.flag("smoke");
      var setup =
          new Setup(
              List.of(
                  (long) options.number("few", smoke ? 3_000 : 10_000),
                  (long) options.number("many", smoke ? 30_000 : 10_000_000)),
              options.number("turns", smoke ? 2 : 15),
              options.number("warm-up", smoke ? 1 : 5),
              options.text("memory", "1GB"),
              options.decimal("max-ratio", 0),
              options.text("filled", ""));
      options.end();
      return setup;
    }
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String usage() {
    return """
    ledger: the ledger of publish with few and with many deliveries, in turns; takes 25 GB of disk
      --few 10000        deliveries
      --many 10000000    deliveries
      --turns 15         that count, at each size
      --warm-up 5        that do not
      --memory 1GB       PostgreSQL's shared_buffers
      --max-ratio 0      fails where anything takes so many times as long; 0 for no such goal
      --filled URL       a server with the databases few and many, as jdbc:postgresql://127.0.0.1:5432/
      --smoke            a few thousand, twice
    """;
  }

  @Override
  public Report run(Options options, Path folder) {
    var setup = Setup.of(options);
    try (var work = WorkFolder.fresh(folder)) {
      if (!setup.filled().isEmpty()) {
        return measure(setup, setup.filled(), work.path());
      }
      try (var store = Store.careless(work.path(), setup.memory())) {
        fill(setup, store.url());
      }
      try (var store = Store.durable(work.path(), setup.memory())) {
        return measure(setup, store.url(), work.path());
      }
    }
  }

  private static void fill(Setup setup, String server) {
    var jdbc = new JdbcTemplate(new DriverManagerDataSource(database(server, "postgres")));
    for (int i = 0; i < NAMES.size(); i++) {
      long began = System.nanoTime();
      jdbc.execute("create database " + NAMES.get(i));
      new Fill(database(server, NAMES.get(i)), setup.sizes().get(i)).run();
      System.out.printf(
          "%s: %d deliveries in %.0f s%n",
          NAMES.get(i), setup.sizes().get(i), (System.nanoTime() - began) / 1e9);
    }
    jdbc.execute("checkpoint");
  }

  private static Report measure(Setup setup, String server, Path folder) {
    int port = Ports.free();
    var sites = sites(folder.resolve("sites.yml"));
    try (var _ = BenchBroker.start(port, folder.resolve("kafka"), folder);
        var few = Shop.open(database(server, NAMES.get(0)), port, sites);
        var many = Shop.open(database(server, NAMES.get(1)), port, sites)) {
      return new LedgerReport(
              setup.sizes(), turns(setup, List.of(few, many)), setup.most(), disk(many))
          .report();
    }
  }

  private static List<List<Map<String, Double>>> turns(Setup setup, List<Shop> shops) {
    var past = shops.stream().map(LedgerAtSize::past).toList();
    var turns = List.<List<Map<String, Double>>>of(new ArrayList<>(), new ArrayList<>());
    for (int turn = 0; turn < setup.warm() + setup.turns(); turn++) {
      for (int size = 0; size < shops.size(); size++) {
        var took = new Turn(shops.get(size), past.get(size)).run();
        if (turn >= setup.warm()) {
          turns.get(size).add(took);
        }
      }
      System.out.printf("turn %d of %d%n", turn + 1, setup.warm() + setup.turns());
    }
    return turns;
  }

  /// The first stories of the past, by their numbers.
  private static List<String> past(Shop shop) {
    return shop
        .jdbc()
        .queryForList("select bench.uri(i) from generate_series(1, 1000) i", String.class)
        .stream()
        .map(Objects::requireNonNull)
        .toList();
  }

  private static String disk(Shop shop) {
    var size = "select pg_size_pretty(pg_database_size(current_database()))";
    return "the large one takes " + shop.jdbc().queryForObject(size, String.class);
  }

  private static String database(String server, String name) {
    return server + name + "?user=postgres";
  }

  private static String sites(Path file) {
    var yaml =
        Stream.of("one", "two", "three")
            .map(
                site ->
                    """
                      - site: %1$s
                        name: Bench
                        address: http://%1$s.test/
                        sections:
                          - path: news
                            name: News
                        destinations:
                          - kind: nothing
                    """
                        .formatted(site))
            .collect(Collectors.joining("", "sites:\n", ""));
    try {
      return Files.writeString(file, yaml).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
