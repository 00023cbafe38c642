package newsroom.publish.broker;

import java.sql.SQLException;
import javax.sql.DataSource;
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
}
