package newsroom.publish.broker;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/// The ledger's schema as this build needs it, and whether it is there yet: whoever would read the
/// ledger before has nothing to read.
@Component
public class Migration {

  private final DataSource source;
  private volatile boolean done;

  Migration(DataSource source) {
    this.source = source;
  }

  public boolean done() {
    return done;
  }

  /// Brings the schema there. Schema and folder are publish's own: other services may use the same
  /// database, and share one class path in the local newsroom.
  public void run() {
    Flyway.configure()
        .dataSource(patient())
        .schemas("publish")
        .defaultSchema("publish")
        .locations("classpath:publish/migration")
        .load()
        .migrate();
    done = true;
  }

  /// On a large ledger an index takes longer to make than any answer may take otherwise.
  private DataSource patient() {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
      }
    };
  }
}
