package newsroom.publish.delivery.notice;

import static newsroom.publish.delivery.Columns.sql;
import static newsroom.publish.delivery.Columns.time;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells an operator what he must know of a destination: in the log, in a counter and in a table,
/// once for each time it happens, however many instances see it. What is in the table leaves in
/// bulletins.
@Component
public class Notices {

  private static final Logger log = LoggerFactory.getLogger("newsroom.publish.notices");

  private static final String TELL =
      """
      insert into publish.notice (destination, said, since, at, sentence, stories, such_as)
      values (?, ?, ?, ?, ?, ?, ?) on conflict (destination, said, since) do nothing
      """;

  private final JdbcTemplate jdbc;
  private final MeterRegistry meters;

  Notices(JdbcTemplate jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.meters = meters;
  }

  /// What is said.
  public enum Said {
    /// Nothing has got through for some time.
    FAILING,
    /// Something gets through again.
    RECOVERED,
    /// Nothing more is brought there until somebody enables it.
    DISABLED,
    ENABLED,
    /// Stories had their last try.
    GIVEN_UP,
    /// Stories will not be tried again by themselves.
    PARKED;

    /// As metrics, bulletins and events name it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Level level() {
      return switch (this) {
        // each story that is parked is warned of as it happens
        case RECOVERED, ENABLED, PARKED -> Level.INFO;
        case FAILING, DISABLED, GIVEN_UP -> Level.WARN;
      };
    }
  }

  /// What was said.
  ///
  /// @param since the beginning of what it is about
  /// @param stories so many it is about; 0 where it is about the destination alone
  /// @param suchAs some of them
  public record Notice(
      String destination,
      Said said,
      Instant since,
      Instant at,
      String sentence,
      int stories,
      List<String> suchAs) {

    public Notice {
      suchAs = List.copyOf(suchAs);
    }

    /// Of the destination alone.
    public Notice(String destination, Said said, Instant since, Instant at, String sentence) {
      this(destination, said, since, at, sentence, 0, List.of());
    }

    /// Out of its row.
    public static Notice of(ResultSet row) throws SQLException {
      return new Notice(
          row.getString("destination"),
          Said.valueOf(row.getString("said")),
          Objects.requireNonNull(time(row, "since")),
          Objects.requireNonNull(time(row, "at")),
          row.getString("sentence"),
          row.getInt("stories"),
          List.of((String[]) row.getArray("such_as").getArray()));
    }
  }

  /// Says it, unless it was said of the same beginning already.
  public void tell(Notice notice) {
    var sentence = notice.sentence().replace('\0', '\ufffd');
    int told =
        jdbc.update(
            TELL,
            notice.destination(),
            notice.said().name(),
            sql(notice.since()),
            sql(notice.at()),
            sentence,
            notice.stories(),
            notice.suchAs().toArray(String[]::new));
    if (told > 0) {
      afterwards(() -> say(notice, sentence));
    }
  }

  /// Not before it is written down: what is rolled back was not told, and will be.
  private static void afterwards(Runnable said) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      said.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            said.run();
          }
        });
  }

  private void say(Notice notice, String sentence) {
    var word = notice.said().word();
    meters
        .counter("newsroom.notices", "destination", notice.destination(), "said", word)
        .increment();
    log.atLevel(notice.said().level())
        .addKeyValue("destination", notice.destination())
        .addKeyValue("since", notice.since())
        .log(sentence);
  }

  /// The last ones first.
  public List<Notice> latest(int most) {
    return jdbc.query(
        "select * from publish.notice order by id desc limit ?", (row, _) -> Notice.of(row), most);
  }
}
