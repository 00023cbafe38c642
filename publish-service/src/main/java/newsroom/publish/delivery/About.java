package newsroom.publish.delivery;

import java.time.Instant;
import java.util.List;
import newsroom.publish.story.Story;
import org.springframework.jdbc.core.JdbcTemplate;

/// What people call each story, so that who does not know its uri finds it: the agency, the
/// agency's own identifier, the headline of the word that counts.
record About(JdbcTemplate jdbc) {

  private static final String NOTE =
      """
      insert into publish.about (uri, agency, guid, headline, arrived)
      select v.uri, v.agency, v.guid, nullif(v.headline, ''), ?
      from unnest(?, ?, ?, ?) as v(uri, agency, guid, headline) order by v.uri
      on conflict (uri) do update set agency = excluded.agency, guid = excluded.guid,
        headline = coalesce(excluded.headline, about.headline), arrived = excluded.arrived
      """;

  /// Notes it of versions that count now, one of each story.
  void note(List<Arrival> arrivals, Instant now) {
    if (!arrivals.isEmpty()) {
      var stories = arrivals.stream().map(Arrival::story).toList();
      jdbc.update(
          NOTE,
          statement ->
              new Columns<>(statement, stories)
                  .value(now)
                  .text(Story::uri)
                  .words(story -> story.origin().agency())
                  .words(story -> story.origin().guid())
                  .words(story -> story.headlines().headline()));
    }
  }
}
