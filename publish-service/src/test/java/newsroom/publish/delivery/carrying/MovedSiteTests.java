package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.UUID;
import newsroom.publish.Events;
import newsroom.publish.TestDatabase;
import newsroom.publish.rendition.Page;
import newsroom.publish.site.TestSites;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

class MovedSiteTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench before = new Workbench();

  @AfterEach
  void close() {
    before.close();
  }

  @Test
  void whatWasNotCarriedYetGoesToWhereTheSiteIsNowAndSoDoItsLinks() {
    // Given
    before.enter(story(1));
    before.carry();
    before.enter(story(2).related(1, 0));

    // When
    try (var after = before.beside(TestSites.moved())) {
      after.carry();

      // Then
      var page = after.at(NATIONAL).page(uri(2));
      assertThat(page.address())
          .hasToString(
              "https://www.national.example/paper/weather/2026/11/20/canal-2-freezes-over-00000002/");
      assertThat(page.promos())
          .extracting(Page.Promo::address)
          .singleElement()
          .hasToString(
              "https://www.national.example/paper/weather/2026/11/20/canal-1-freezes-over-00000001/");
      assertThat(after.at(NATIONAL).shelf.latest(10))
          .extracting(it -> it.address().getHost())
          .containsOnly("www.national.example");
    }
  }

  @Test
  void addressesOfAnOlderLedgerAreKeptBelowTheSitesRoot() {
    // Given
    var database = "old_" + UUID.randomUUID().toString().replace("-", "");
    new JdbcTemplate(DataSourceBuilder.create().url(TestDatabase.url()).build())
        .execute("create database " + database);
    var source =
        DataSourceBuilder.create()
            .url(TestDatabase.url().replace("/postgres?", "/" + database + "?"))
            .build();
    var flyway =
        Flyway.configure()
            .dataSource(source)
            .schemas("publish")
            .locations("classpath:publish/migration");
    flyway.target("1").load().migrate();
    var jdbc = new JdbcTemplate(source);
    insert(jdbc, 1, "world/europe", "https://h.test/paper/world/europe/2026/11/20/ice-1/");
    insert(jdbc, 2, "news", "https://h.test/news/2026/11/20/ice-2/");
    insert(jdbc, 3, "news", "https://h.test/elsewhere/ice-3/");
    insert(jdbc, 4, null, null);

    // When
    flyway.target("latest").load().migrate();

    // Then
    assertThat(jdbc.queryForList("select path from publish.delivery order by uri", String.class))
        .containsExactly(
            "world/europe/2026/11/20/ice-1/",
            "news/2026/11/20/ice-2/",
            "https://h.test/elsewhere/ice-3/",
            null);
  }

  private static void insert(
      JdbcTemplate jdbc, int number, @Nullable String section, @Nullable String address) {
    jdbc.update(
        "insert into publish.delivery (destination, uri, site, state, section, address, changed_at)"
            + " values ('h/pages', ?, 'h', 'DUE', ?, ?, ?)",
        uri(number),
        section,
        address,
        Timestamp.from(Events.MORNING));
  }
}
