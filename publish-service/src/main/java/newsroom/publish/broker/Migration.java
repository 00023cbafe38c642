package newsroom.publish.broker;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
        .dataSource(source)
        .schemas("publish")
        .defaultSchema("publish")
        .locations("classpath:publish/migration")
        .load()
        .migrate();
    done = true;
  }
}
