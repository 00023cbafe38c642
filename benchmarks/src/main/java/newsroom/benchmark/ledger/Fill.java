package newsroom.benchmark.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Fills a ledger with stories of the past: without indexes first, three tables at a time.
record Fill(String url, long deliveries) {

  private static final int SITES = 3;
  private static final int AT_ONCE = 3;

  /// Fills the empty database.
  void run() {
    var source = new DriverManagerDataSource(url);
    Flyway.configure()
        .dataSource(source)
        .schemas("publish")
        .defaultSchema("publish")
        .locations("classpath:publish/migration")
        .load()
        .migrate();
    var jdbc = new JdbcTemplate(source);
    jdbc.execute(text("strip"));
    together(Stream.of("stories", "deliveries", "lists").map(this::text).toList(), jdbc);
    // what is no index of its own first: it may not be made while another is
    var again = "select made from bench.again where first = ? order by made";
    together(jdbc.query(again, (row, _) -> row.getString(1), true), jdbc);
    together(jdbc.query(again, (row, _) -> row.getString(1), false), jdbc);
    Arrays.stream(text("mend").split(";\n")).filter(it -> !it.isBlank()).forEach(jdbc::execute);
  }

  private static void together(List<String> statements, JdbcTemplate jdbc) {
    try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
      statements.stream()
          .map(it -> CompletableFuture.runAsync(() -> jdbc.execute(it), hands))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  private String text(String name) {
    try (var in = Objects.requireNonNull(Fill.class.getResourceAsStream(name + ".sql"))) {
      var payload = "decode('" + HexFormat.of().formatHex(new Copy().any()) + "', 'hex')";
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{stories}", Long.toString(deliveries / SITES))
          .replace("{payload}", payload)
          .replace("{card}", "repeat(md5(i::text), 12)");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
