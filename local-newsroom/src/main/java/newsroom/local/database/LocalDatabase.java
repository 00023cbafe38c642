package newsroom.local.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// PostgreSQL on loopback, its binaries unpacked and its data kept under one folder. Starting it
/// again on the same folder goes on with what is there, also after a `kill -9`.
public final class LocalDatabase implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);

  private static final String DATA = "data";

  private final EmbeddedPostgres postgres;

  private LocalDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /// Starts the database and returns when it answers.
  ///
  /// @param folder everything it keeps is in here
  public static LocalDatabase start(Path folder, int port) throws IOException {
    stopPredecessor(folder);
    var data = Files.createDirectories(folder).resolve(DATA);
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(program(folder).toFile())
            .setPort(port)
            .setPGStartupWait(START)
            .setRegisterShutdownHook(false)
            .setLocaleConfig("locale", "C")
            // no file under /tmp that another user's database could stand in the way of
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "64MB");
    return new LocalDatabase(durable(builder).start());
  }

  /// Stops the server that a killed newsroom left running on this folder, if there is one.
  public static void stopPredecessor(Path folder) throws IOException {
    Predecessor.of(folder.resolve(DATA)).stop();
  }

  /// Where the program is unpacked to: into the folder, unless the launcher has a place that
  /// outlives it.
  private static Path program(Path folder) {
    var shared = System.getProperty("newsroom.postgresql");
    return shared == null ? folder.resolve("postgresql") : Path.of(shared);
  }

  /// The library is made for tests and switches off what a ledger lives by.
  private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
    return builder
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on");
  }

  /// For [#user]; no password on loopback.
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  public String user() {
    return "postgres";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
