package newsroom.publish.delivery.conduct;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.Set;
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

  /// Enables a destination that was disabled, in the transaction of whoever asks for it. Returns
  /// how many stories that set aside; empty where it is enabled, which changes nothing.
  ///
  /// @param sentence for those who are told
  public OptionalInt enable(String destination, String sentence, Instant now) {
    if (!register.enable(destination)) {
      return OptionalInt.empty();
    }
    notices.tell(new Notice(destination, Said.ENABLED, now, now, sentence));
    return OptionalInt.of(backlog.missed(destination));
  }

  /// Makes due what was set aside at a destination that is enabled now, lot by lot. Should this end
  /// before, [#goOn] does the rest.
  public void release(String destination) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean more = true;
    while (more) {
      more = lot(destination, now);
    }
  }

  /// Makes a lot due of what is still set aside at each of these destinations that is not disabled.
  /// Returns those where there was something.
  public Set<String> goOn(Set<String> destinations, Instant now) {
    var left = backlog.left(destinations);
    left.removeIf(destination -> !lot(destination, now));
    return left;
  }

  private boolean lot(String destination, Instant now) {
    return Boolean.TRUE.equals(transaction.execute(_ -> backlog.release(destination, now)));
  }
}
