package newsroom.system;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import newsroom.local.Addresses;
import newsroom.local.Settings;

/// Reads the ledger past all doors, as an auditor does.
record Accounts(String jdbcUrl) {

  /// What readers can see of a delivery: no try, no lease, no time of the ledger's own.
  private static final String VISIBLE =
      """
      select concat_ws(' ', destination, uri, state, live_version, live_created, live_revision,
        live_headline, first_live, updated, url, remote_id, live_hash)
      from publish.delivery order by destination, uri
      """;

  private static final String WAITING =
      """
      select count(*) from publish.delivery
      where due_at is not null or lease_token is not null or state in ('DUE', 'PARKED')
      union all select count(*) from publish.outbox
      """;

  static Accounts of(Path data) throws IOException {
    return new Accounts(new Addresses(Settings.in(data).ports()).jdbcUrl());
  }

  List<String> visible() {
    return rows(VISIBLE);
  }

  /// Deliveries that something is still to be done about.
  boolean settled() {
    return rows(WAITING).stream().allMatch("0"::equals);
  }

  private List<String> rows(String sql) {
    try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (found.next()) {
        rows.add(String.valueOf(found.getString(1)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read", e);
    }
  }
}
