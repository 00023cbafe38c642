package newsroom.publish.destination.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Goes to a mail server and is back within a deadline, whatever the server does.
final class Postman implements AutoCloseable {

  private final MailSettings settings;
  private final Duration deadline;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("mail deadline").factory());

  Postman(MailSettings settings, Duration deadline) {
    this.settings = settings;
    this.deadline = deadline;
    this.alarm.setRemoveOnCancelPolicy(true);
  }

  /// What is to be done at the server.
  @FunctionalInterface
  interface Round<T> {
    T go(PostOffice office);
  }

  /// One session.
  ///
  /// @throws MessagingException where the server lets nobody in
  <T> T at(Round<T> round) throws MessagingException {
    try (var office = new PostOffice(settings)) {
      var end = alarm.schedule(office::breakOff, deadline.toMillis(), TimeUnit.MILLISECONDS);
      try {
        office.connect();
        return round.go(office);
      } finally {
        end.cancel(false);
      }
    }
  }

  @Override
  public void close() {
    alarm.shutdownNow();
  }
}
