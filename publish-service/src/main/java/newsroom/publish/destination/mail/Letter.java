package newsroom.publish.destination.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/// A mail that keeps the identifier it is given.
final class Letter extends MimeMessage {

  private final String id;

  /// A mail.
  ///
  /// @param id its Message-ID, without brackets
  Letter(Session session, String id) {
    super(session);
    this.id = id;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + ">");
  }
}
