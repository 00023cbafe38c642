package newsroom.publish.destination.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import newsroom.publish.destination.Transmission;

/// Mails of plain words, for people of this house. The settings are those of the destination.
public final class Memos implements AutoCloseable {

  private final Clock clock;
  private final MailSettings settings;
  private final Postman postman;

  private Memos(Clock clock, MailSettings settings) {
    this.clock = clock;
    this.settings = settings;
    this.postman = new Postman(settings, MailDestination.DEADLINE);
  }

  /// A sender of memos.
  ///
  /// @param list what receivers' filters know them by, before the sender's domain
  /// @throws IllegalArgumentException a sentence without secrets
  public static Memos of(Map<String, String> settings, String list, Clock clock) {
    return new Memos(clock, MailSettings.from(settings, list));
  }

  /// Sends one.
  ///
  /// @param id the same on every attempt; receivers see it before the sender's domain
  public Transmission send(String id, String subject, String text) {
    try {
      return postman.at(office -> send(office, id, subject, text));
    } catch (MessagingException e) {
      return Reply.toConnecting(e, settings.toString());
    }
  }

  private Transmission send(PostOffice office, String id, String subject, String text) {
    var people = settings.people();
    try {
      var letter = new Letter(office.session(), id + "@" + people.domain());
      letter.setFrom(people.from());
      letter.setRecipients(Message.RecipientType.TO, people.to().toArray(InternetAddress[]::new));
      if (!people.replyTo().isEmpty()) {
        letter.setReplyTo(people.replyTo().toArray(InternetAddress[]::new));
      }
      letter.setSentDate(Date.from(clock.instant()));
      letter.setHeader("List-Id", "<" + settings.listId() + ">");
      letter.setHeader("Auto-Submitted", "auto-generated");
      letter.setSubject(subject, "UTF-8");
      letter.setText(text, "UTF-8");
      letter.saveChanges();
      office.send(letter);
      return new Transmission.Accepted(null, letter.getMessageID());
    } catch (MessagingException e) {
      return Reply.toMail(e, settings.toString());
    }
  }

  /// Without secrets.
  @Override
  public String toString() {
    return settings.toString();
  }

  @Override
  public void close() {
    postman.close();
  }
}
