package newsroom.publish.broker;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/// PostgreSQL, asked directly.
@Component
class Database {

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  void ping() throws SQLException {
    try (var connection = source.getConnection()) {
      if (!connection.isValid(2)) {
        throw new SQLException("the connection is broken");
      }
    }
  }

  /// Brings the ledger's schema to what this build needs. Schema and folder are publish's own:
  /// other services may use the same database, and share one class path in the local newsroom.
  void migrate() {
    Flyway.configure()
        .dataSource(source)
        .schemas("publish")
        .defaultSchema("publish")
        .locations("classpath:publish/migration")
        .load()
        .migrate();
  }
}
