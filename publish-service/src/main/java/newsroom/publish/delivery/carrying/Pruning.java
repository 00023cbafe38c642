package newsroom.publish.delivery.carrying;

import java.util.List;
import newsroom.publish.delivery.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Forgets the text of versions that no site shows or is to show: of a killed story nothing stays
/// but what it was called and when it went.
@Repository
class Pruning {

  private static final String PRUNE =
      """
      update publish.take t set payload = null
      where t.uri = any(?) and t.payload is not null
        and not exists (
          select 1 from publish.story s
          where s.uri = t.uri and s.status = 'USABLE' and s.version = t.version
            and s.created = t.created and s.revision = t.revision)
        and not exists (
          select 1 from publish.delivery d
          where d.uri = t.uri and (d.lease_token is not null or (d.live_version = t.version
            and d.live_created = t.created and d.live_revision = t.revision)))
      """;

  private final JdbcTemplate jdbc;

  Pruning(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A story that came for the first time has nothing to forget.
  void prune(List<Settlement> settled) {
    var uris =
        settled.stream()
            .filter(it -> it.claimed().lease().seq() > 1)
            .map(it -> it.key().uri())
            .distinct()
            .toList();
    if (!uris.isEmpty()) {
      jdbc.update(PRUNE, statement -> new Columns<>(statement, uris).text(uri -> uri));
    }
  }
}
