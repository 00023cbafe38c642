package newsroom.publish.delivery.carrying;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Says that this process, and no other alive, carries under the instance's name. Only then may it
/// take back at start what the name held before; otherwise those leases run out by themselves.
@Component
class Ownership implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Ownership.class);

  private final DataSource database;
  private final Claims claims;
  private final CarryingSettings settings;
  private final Clock clock;
  private @Nullable Connection held;

  Ownership(DataSource database, Claims claims, CarryingSettings settings, Clock clock) {
    this.database = database;
    this.claims = claims;
    this.settings = settings;
    this.clock = clock;
  }

  /// Takes back what this instance held when it ended.
  void resume() {
    if (!alone()) {
      log.atWarn()
          .addKeyValue("instance", settings.instance())
          .log("another instance has the same name: its leases are left to run out");
      return;
    }
    int freed = claims.free(settings.instance(), clock.instant());
    if (freed > 0) {
      log.atInfo().addKeyValue("deliveries", freed).log("took back what was under way at the end");
    }
  }

  /// The lock belongs to the connection: it goes with the process, however that ends.
  private boolean alone() {
    try {
      if (held == null) {
        held = database.getConnection();
      }
      try (var statement = held.prepareStatement("select pg_try_advisory_lock(hashtext(?))")) {
        statement.setString(1, "newsroom.publish " + settings.instance());
        try (var row = statement.executeQuery()) {
          return row.next() && row.getBoolean(1);
        }
      }
    } catch (SQLException e) {
      close();
      throw new IllegalStateException("cannot ask the ledger who else carries", e);
    }
  }

  @Override
  public void close() {
    try (var connection = held) {
      held = null;
      if (connection != null) {
        connection.createStatement().execute("select pg_advisory_unlock_all()");
      }
    } catch (SQLException e) {
      log.debug("the connection that held the instance's name was gone already", e);
    }
  }
}
