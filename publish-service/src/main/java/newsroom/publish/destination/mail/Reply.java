package newsroom.publish.destination.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.Trust;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/// What it means that a server does not take a mail.
final class Reply {

  // the server wants to know better who we are: a matter of the settings, not of the mail
  private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

  private Reply() {}

  /// Before the mail itself: whatever the server says may be otherwise tomorrow.
  static Transmission toConnecting(MessagingException e, String server) {
    var inside = forbidden(e);
    return inside == null
        ? new Transmission.Deferred(server + ": " + words(e), null)
        : new Transmission.Refused(inside);
  }

  /// To the mail: 5xx is for good. Where the server said nothing nobody knows whether it took it.
  static Transmission toMail(MessagingException e, String server) {
    Said worst = null;
    for (var said : said(e)) {
      if (worst == null || said.code() > worst.code()) {
        worst = said;
      }
    }
    if (worst == null) {
      return new Transmission.Deferred(server + " broke off: " + words(e), null);
    }
    var sentence = server + " says to " + worst.about() + ": “" + worst.words().strip() + "”";
    return worst.code() >= 500 && !LOGIN.contains(worst.code())
        ? new Transmission.Refused(sentence)
        : new Transmission.Deferred(sentence, null);
  }

  private record Said(int code, String about, String words) {}

  private static List<Said> said(MessagingException e) {
    var all = new ArrayList<Said>();
    for (Exception next = e;
        next instanceof MessagingException one;
        next = one.getNextException()) {
      if (one instanceof SMTPAddressFailedException to) {
        all.add(new Said(to.getReturnCode(), String.valueOf(to.getAddress()), words(to)));
      } else if (one instanceof SMTPSendFailedException failed && failed.getReturnCode() >= 400) {
        all.add(new Said(failed.getReturnCode(), "the mail", words(failed)));
      }
    }
    return all;
  }

  private static @Nullable String forbidden(MessagingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Guard.Forbidden) {
        return cause.getMessage();
      }
    }
    return null;
  }

  private static String words(MessagingException e) {
    var refusal = Trust.refusal(e);
    if (refusal != null) {
      return refusal;
    }
    var message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
  }
}
