package newsroom.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTests {

  @TempDir Path folder;

  @Test
  void keepsItsRowsOverARestart() throws Exception {
    // Given
    try (var database = LocalDatabase.start(folder, freePort())) {
      ask(database, "create table desk (name text); insert into desk values ('night')");
    }
    // When
    try (var database = LocalDatabase.start(folder, freePort())) {
      // Then
      assertThat(ask(database, "select name from desk")).containsExactly("night");
    }
  }

  @Test
  void losesNothingThatWasCommitted() throws Exception {
    try (var database = LocalDatabase.start(folder, freePort())) {
      assertThat(
              ask(
                  database,
                  "select setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')"))
          .containsOnly("on");
    }
  }

  @Test
  void takesOverFromAServerThatOutlivedItsNewsroom() throws Exception {
    // Given
    var orphan = LocalDatabase.start(folder, freePort());
    ask(orphan, "create table desk (name text); insert into desk values ('night')");
    var process = Predecessor.of(folder.resolve("data")).server().orElseThrow();
    unlock();
    // When
    try (var database = LocalDatabase.start(folder, freePort())) {
      // Then
      assertThat(process.isAlive()).isFalse();
      assertThat(ask(database, "select name from desk")).containsExactly("night");
    }
  }

  @Test
  void isNotKeptFromStartingByTheProcessIdOfSomebodyElse() throws Exception {
    // Given
    LocalDatabase.start(folder, freePort()).close();
    var stale = ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n";
    Files.writeString(folder.resolve("data/postmaster.pid"), stale);
    // When
    try (var database = LocalDatabase.start(folder, freePort())) {
      // Then
      assertThat(ask(database, "select 'here'")).containsExactly("here");
    }
  }

  /// In a test the first newsroom's lock is this process's own; a killed process holds none.
  private void unlock() throws IOException {
    Files.delete(folder.resolve("data/epg-lock"));
  }

  private static List<String> ask(LocalDatabase database, String sql) throws SQLException {
    var answers = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
      try (var rows = statement.getResultSet()) {
        while (rows != null && rows.next()) {
          answers.add(rows.getString(1));
        }
      }
    }
    return answers;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
