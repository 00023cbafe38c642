package newsroom.publish.delivery.conduct;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.delivery.notice.Notices;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what carriers tell of their destinations, and disables one that fails for days or wants
/// nothing more.
@Service
@EnableConfigurationProperties(ConductSettings.class)
public class Conduct {

  private final Register register;
  private final Backlog backlog;
  private final Notices notices;
  private final Circuits circuits;
  private final ConductSettings settings;
  private final TransactionTemplate transaction;

  Conduct(
      Register register,
      Backlog backlog,
      Notices notices,
      Circuits circuits,
      ConductSettings settings,
      TransactionTemplate transaction) {
    this.register = register;
    this.backlog = backlog;
    this.notices = notices;
    this.circuits = circuits;
    this.settings = settings;
    this.transaction = transaction;
  }

  /// What one round at a destination came to.
  ///
  /// @param through whether something got through
  /// @param trouble what something failed with; null where nothing failed
  /// @param closed why the destination wants nothing more; null where it does
  /// @param givenUp how many stories had their last try
  /// @param quietUntil the destination asks to be left alone until then
  public record Heard(
      boolean through,
      @Nullable String trouble,
      @Nullable String closed,
      int givenUp,
      @Nullable Instant quietUntil) {}

  public ConductSettings settings() {
    return settings;
  }

  public Circuits circuits() {
    return circuits;
  }

  public Footing footing(String destination) {
    return register.read(destination);
  }

  /// Writes down what was heard. Returns how the destination stands now.
  public Footing heard(String destination, Heard heard, Footing before, Instant now) {
    boolean asks = heard.closed() != null || heard.quietUntil() != null || heard.givenUp() > 0;
    boolean turns = heard.through() ? before.failingSince() != null : heard.trouble() != null;
    return asks || turns ? written(destination, heard, now) : before;
  }

  private Footing written(String destination, Heard heard, Instant now) {
    return transaction.execute(
        _ -> {
          var quiet = heard.quietUntil();
          if (quiet != null) {
            register.quiet(destination, quiet);
          }
          if (heard.through()) {
            register.answered(destination);
          } else if (heard.trouble() != null) {
            register.failed(destination, heard.trouble(), now);
          }
          judge(destination, heard, register.read(destination), now);
          return register.read(destination);
        });
  }

  private void judge(String destination, Heard heard, Footing footing, Instant now) {
    var since = footing.failingSince();
    if (heard.closed() != null) {
      disable(destination, heard.closed(), now);
    } else if (since != null && !now.isBefore(since.plus(settings.disableAfter()))) {
      var failing = Duration.between(since, now).toDays();
      disable(
          destination,
          "nothing has got through for " + failing + " days: " + footing.lastTrouble(),
          now);
    }
    if (heard.givenUp() > 0) {
      var sentence =
          "stories are given up, as each had its last try: they are parked until retried ("
              + footing.lastTrouble()
              + ")";
      notices.tell(
          new Notice(destination, Said.GIVEN_UP, since == null ? now : since, now, sentence));
    }
  }

  private void disable(String destination, String why, Instant now) {
    if (register.disable(destination, why, now)) {
      var sentence = "destination is disabled: " + why;
      notices.tell(new Notice(destination, Said.DISABLED, now, now, sentence));
    }
  }

  /// Parks what is due at a destination that is disabled. Returns how many those were: none where
  /// somebody has enabled it by now, as nobody would make them due again.
  public int setAside(String destination, Footing.Disabled disabled, Instant now) {
    var reason = "its destination is disabled: " + disabled.why();
    return transaction.execute(
        _ -> register.staysDisabled(destination) ? backlog.setAside(destination, reason, now) : 0);
  }
}
