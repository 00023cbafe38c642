package newsroom.benchmark.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/// PostgreSQL with a database for each size. It is filled without a thought for crashes, and
/// measured as durable as a real one.
final class Store implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  private Store(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static Store careless(Path folder, String memory) {
    return start(builder(folder, memory));
  }

  static Store durable(Path folder, String memory) {
    return start(
        builder(folder, memory)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on"));
  }

  private static EmbeddedPostgres.Builder builder(Path folder, String memory) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPGStartupWait(Duration.ofMinutes(2))
        .setServerConfig("shared_buffers", memory)
        .setServerConfig("maintenance_work_mem", "512MB")
        .setServerConfig("max_wal_size", "4GB")
        .setServerConfig("checkpoint_timeout", "15min");
  }

  private static Store start(EmbeddedPostgres.Builder builder) {
    try {
      return new Store(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL", e);
    }
  }

  /// Where its databases are, without their names.
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop PostgreSQL", e);
    }
  }
}
