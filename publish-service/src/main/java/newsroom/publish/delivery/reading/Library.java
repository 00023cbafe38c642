package newsroom.publish.delivery.reading;

import static newsroom.publish.delivery.Columns.time;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.delivery.Columns;
import newsroom.publish.story.Mark;
import newsroom.publish.story.ReadStory;
import newsroom.publish.story.Story;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The texts of versions that are live. The ones last asked for are kept read.
@Component
class Library {

  private static final int KEPT = 2_000;

  private static final String TEXTS =
      """
      select t.uri, t.version, t.created, t.revision, t.payload
      from publish.take t join unnest(?, ?, ?, ?) as v(uri, version, created, revision)
        on t.uri = v.uri and t.version = v.version and t.created = v.created
        and t.revision = v.revision
      where t.payload is not null
      """;

  private final JdbcTemplate jdbc;
  private final Map<Volume, Story> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Volume, Story> eldest) {
              return size() > KEPT;
            }
          });

  Library(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// One version of one story.
  record Volume(String uri, Mark mark) {}

  Map<Volume, Story> read(List<Volume> volumes) {
    var stories = new HashMap<Volume, Story>();
    var missing = new ArrayList<Volume>();
    for (var volume : volumes) {
      var story = kept.get(volume);
      if (story == null) {
        missing.add(volume);
      } else {
        stories.put(volume, story);
      }
    }
    if (!missing.isEmpty()) {
      fetch(missing, stories);
    }
    return stories;
  }

  private void fetch(List<Volume> volumes, Map<Volume, Story> into) {
    jdbc.query(
        TEXTS,
        statement ->
            new Columns<>(statement, volumes)
                .text(Volume::uri)
                .bigint(volume -> volume.mark().version())
                .time(volume -> volume.mark().created())
                .integer(volume -> volume.mark().revision()),
        row -> {
          var mark =
              new Mark(
                  row.getLong("version"),
                  Objects.requireNonNull(time(row, "created")),
                  row.getInt("revision"));
          var volume = new Volume(row.getString("uri"), mark);
          var story = ReadStory.from(row.getBytes("payload"));
          kept.put(volume, story);
          into.put(volume, story);
        });
  }
}
