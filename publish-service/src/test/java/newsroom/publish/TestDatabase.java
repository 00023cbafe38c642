package newsroom.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/// One PostgreSQL for all tests of a run, as durable as a real one.
public final class TestDatabase {

  private static final EmbeddedPostgres POSTGRES = start();
  private static final DataSource SOURCE = migrated();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSource migrated() {
    var plans =
        "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off"
            + " -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan";
    var options = "&prepareThreshold=3&options=" + URLEncoder.encode(plans, UTF_8);
    var source = DataSourceBuilder.create().url(url() + options).build();
    Flyway.configure()
        .dataSource(source)
        .schemas("publish")
        .locations("classpath:publish/migration")
        .load()
        .migrate();
    return source;
  }

  public static String url() {
    return POSTGRES.getJdbcUrl("postgres", "postgres");
  }

  /// A pool on an empty ledger.
  public static DataSource empty() {
    new JdbcTemplate(SOURCE)
        .execute(
            "truncate publish.story, publish.take, publish.delivery, publish.promo, publish.outbox,"
                + " publish.release, publish.telling, publish.judgement, publish.retired,"
                + " publish.about, publish.desk_kill, publish.daybook,"
                + " publish.destination, publish.notice,"
                + " publish.notice_parked, publish.bulletin, publish.bulletin_post");
    return SOURCE;
  }
}
