package newsroom.publish.delivery.conduct;

import static newsroom.publish.delivery.Columns.sql;
import static newsroom.publish.delivery.Columns.time;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Tells an operator what he must know of a destination: in the log, in a counter and in a table,
/// once for each time it happens, however many instances see it.
@Component
class Notices {

  private static final Logger log = LoggerFactory.getLogger("newsroom.publish.notices");

  private static final String TELL =
      """
      insert into publish.notice (destination, said, since, at, sentence) values (?, ?, ?, ?, ?)
      on conflict (destination, said, since) do nothing
      """;

  private final JdbcTemplate jdbc;
  private final MeterRegistry meters;

  Notices(JdbcTemplate jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.meters = meters;
  }

  /// What is said.
  enum Said {
    DISABLED,
    ENABLED,
    GIVEN_UP
  }

  /// What was said.
  record Notice(String destination, Said said, Instant since, Instant at, String sentence) {}

  /// Says it, unless it was said of the same beginning already.
  void tell(Notice notice) {
    var sentence = notice.sentence().replace('\0', '\ufffd');
    int told =
        jdbc.update(
            TELL,
            notice.destination(),
            notice.said().name(),
            sql(notice.since()),
            sql(notice.at()),
            sentence);
    if (told == 0) {
      return;
    }
    var word = notice.said().name().toLowerCase(Locale.ROOT);
    meters
        .counter("newsroom.notices", "destination", notice.destination(), "said", word)
        .increment();
    log.atLevel(notice.said() == Said.ENABLED ? Level.INFO : Level.WARN)
        .addKeyValue("destination", notice.destination())
        .addKeyValue("since", notice.since())
        .log(sentence);
  }

  /// The last ones first.
  List<Notice> latest(int most) {
    return jdbc.query(
        "select * from publish.notice order by id desc limit ?",
        (row, _) ->
            new Notice(
                row.getString("destination"),
                Said.valueOf(row.getString("said")),
                Objects.requireNonNull(time(row, "since")),
                Objects.requireNonNull(time(row, "at")),
                row.getString("sentence")),
        most);
  }
}
