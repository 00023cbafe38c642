package newsroom.publish.destination.cms;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sees to it that no two hands write one story, or bring one picture, to a site at a time. The
/// ledger gives a story to one carrier only; but one that stood still may wake up in the middle of
/// another's work, and nothing at the site would tell them apart.
@Component
public class Hands {

  private static final String TAKE =
      """
      insert into publish.wordpress_hand as h (destination, thing, writer, until)
      values (:destination, :thing, :writer, :until)
      on conflict (destination, thing) do update
        set writer = excluded.writer, until = excluded.until
        where h.until < :now
      """;

  private final JdbcClient database;
  private final Clock clock;

  public Hands(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Something to be done by one hand.
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T done() throws Setback;
  }

  /// Does it, unless another hand is at it.
  ///
  /// @param longest after this time another hand may take over
  public <T extends @Nullable Object> T alone(
      String destination, String thing, Duration longest, Work<T> work) throws Setback {
    var writer = UUID.randomUUID().toString();
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    int taken =
        database
            .sql(TAKE)
            .param("destination", destination)
            .param("thing", thing)
            .param("writer", writer)
            .param("now", now)
            .param("until", now.plus(longest))
            .update();
    if (taken == 0) {
      throw Setback.deferred("another instance is bringing the same at this moment");
    }
    try {
      return work.done();
    } finally {
      database
          .sql(
              "delete from publish.wordpress_hand"
                  + " where destination = :destination and thing = :thing and writer = :writer")
          .param("destination", destination)
          .param("thing", thing)
          .param("writer", writer)
          .update();
    }
  }
}
