package newsroom.ingest.channel.mail;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.channel.Mistakes;
import newsroom.ingest.channel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which mailboxes are looked at.
@ConfigurationProperties("newsroom.ingest")
record MailSettings(@DefaultValue List<Mailbox> mail) {

  MailSettings {
    var mistakes = new Mistakes("newsroom.ingest.mail");
    for (int i = 0; i < mail.size(); i++) {
      var box = mail.get(i);
      mistakes.at(i).source(box.agency(), box.address(), box.every(), "imap", "imaps");
      mistakes.unless(box.user() != null, "user is missing");
      mistakes.unless(!Secret.of(box.password()).isEmpty(), "password is missing");
      mistakes.unless(
          box.after() != After.MOVE || !box.moveTo().equals(box.folder()),
          "move-to is the folder itself");
    }
    mistakes.refuse();
  }

  /// One folder of a mailbox.
  ///
  /// @param address `imaps://host` (TLS) or `imap://host` (turns to TLS before the password)
  /// @param folder as the server calls it
  /// @param after what becomes of a message that was taken
  /// @param moveTo the folder for `after: move`
  /// @param notOlderThan messages that arrived before that are left alone
  /// @param sslBundle of Spring Boot's `spring.ssl.bundle`, for certificates of one's own
  /// @param allowPlain whether the password may be sent without TLS
  record Mailbox(
      String agency,
      URI address,
      @Nullable String user,
      @Nullable Secret password,
      @DefaultValue("INBOX") String folder,
      @DefaultValue("60s") Duration every,
      @DefaultValue("seen") After after,
      @DefaultValue("Taken") String moveTo,
      @Nullable Duration notOlderThan,
      @Nullable String sslBundle,
      @DefaultValue("false") boolean allowPlain) {}

  /// What becomes of a message that the desk has.
  enum After {
    SEEN,
    MOVE,
    DELETE
  }
}
