package newsroom.publish.delivery.reading;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.Outlook;
import newsroom.publish.delivery.Outlook.Outlooks;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// How the sites are, as people are told.
@Component
class SiteAccounts {

  /// A kill is due since ever, so that it goes first: it has waited since it was changed, as has
  /// what waits for its next try. Of a long queue the head is enough.
  private static final String OLDEST =
      """
      select min(since) from (
        (select greatest(due_at, changed_at) as since from publish.delivery
          where destination = ? and due_at <= ? order by due_at limit 1000)
        union all
        (select changed_at from publish.delivery
          where destination = ? and attempts > 0 and due_at is not null and state = 'DUE'
          order by due_at limit 1000)) head
      """;

  /// Known to all instances, and after a restart.
  private static final String FAILING =
      """
      select failing_since, last_trouble from publish.destination
      where destination = ? and failing_since is not null
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Sites sites;
  private final Outlooks outlooks;
  private final Gauges gauges;

  SiteAccounts(JdbcTemplate jdbc, Clock clock, Sites sites, Outlooks outlooks, Gauges gauges) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.sites = sites;
    this.outlooks = outlooks;
    this.gauges = gauges;
  }

  /// A site.
  ///
  /// @param stories by state
  /// @param counted when they were counted; null where they were not yet
  record SiteAccount(
      String site,
      String name,
      URI address,
      List<DestinationAccount> destinations,
      Map<DeliveryState, Long> stories,
      @Nullable Instant counted) {}

  /// A destination.
  ///
  /// @param until when it will be looked at again; null where that is not known
  /// @param oldestDue since when the one waits that waits longest; null where none is
  record DestinationAccount(
      String destination,
      String kind,
      Outlook.State state,
      @Nullable Instant until,
      @Nullable String reason,
      @Nullable Instant oldestDue) {}

  /// In the order of the sites' file.
  List<SiteAccount> all() {
    var counts = gauges.counts();
    var accounts = new ArrayList<SiteAccount>();
    for (var site : sites.all()) {
      accounts.add(
          new SiteAccount(
              site.name(),
              site.masthead().name(),
              site.masthead().address(),
              site.routes().stream().map(this::destination).toList(),
              counts.bySite().getOrDefault(site.name(), Map.of()),
              counts.at()));
    }
    return accounts;
  }

  private DestinationAccount destination(Site.Route route) {
    var outlook = outlooks.of(route.destination());
    return new DestinationAccount(
        route.destination(),
        route.kind(),
        outlook.state(),
        outlook.until(),
        outlook.reason() == null ? failing(route.destination()) : outlook.reason(),
        oldest(route.destination()));
  }

  private @Nullable String failing(String destination) {
    return jdbc
        .query(
            FAILING,
            (row, _) ->
                "nothing has got through since "
                    + Columns.time(row, "failing_since")
                    + ": "
                    + row.getString("last_trouble"),
            destination)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private @Nullable Instant oldest(String destination) {
    var now = Columns.sql(clock.instant());
    var oldest = jdbc.queryForObject(OLDEST, OffsetDateTime.class, destination, now, destination);
    return oldest == null ? null : oldest.toInstant();
  }

  boolean knows(String site) {
    return sites.all().stream().anyMatch(it -> it.name().equals(site));
  }

  List<String> names() {
    return sites.all().stream().map(Site::name).toList();
  }
}
