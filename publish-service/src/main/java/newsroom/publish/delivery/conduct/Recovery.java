package newsroom.publish.delivery.conduct;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import newsroom.publish.delivery.notice.Notices;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings to a destination what it missed while it was disabled. Of each story only the newest
/// version leaves, and of one that was killed in the meantime that it was.
@Service
public class Recovery {

  private final Clock clock;
  private final Register register;
  private final Backlog backlog;
  private final Notices notices;
  private final TransactionTemplate transaction;

  Recovery(
      Clock clock,
      Register register,
      Backlog backlog,
      Notices notices,
      TransactionTemplate transaction) {
    this.clock = clock;
    this.register = register;
    this.backlog = backlog;
    this.notices = notices;
    this.transaction = transaction;
  }

  /// Enables a destination that was disabled. What was parked by that is due. Returns how many
  /// those are; enabling what is enabled changes nothing.
  public int enable(String destination) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return transaction.execute(
        _ -> {
          if (!register.enable(destination)) {
            return 0;
          }
          notices.tell(
              new Notice(destination, Said.ENABLED, now, now, "destination is enabled again"));
          return backlog.release(destination, now);
        });
  }
}
