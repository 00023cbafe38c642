package newsroom.publish.destination.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import org.jspecify.annotations.Nullable;

/// Sends mails, one word on a story after the other.
final class MailDestination implements Destination {

  static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration SLACK = Duration.ofSeconds(20);
  private static final int BATCH = 20;

  private final String name;
  private final MailSettings settings;
  private final Letters letters;
  private final SentMails sent;
  private final Duration deadline;
  private final Postman postman;

  MailDestination(
      String name, MailSettings settings, Letters letters, SentMails sent, Duration deadline) {
    this.name = name;
    this.settings = settings;
    this.letters = letters;
    this.sent = sent;
    this.deadline = deadline;
    this.postman = new Postman(settings, deadline);
  }

  @Override
  public List<Transmission> carry(List<Dispatch> dispatches) {
    var said = new Transmission[dispatches.size()];
    var open = new ArrayList<Integer>();
    for (int i = 0; i < said.length; i++) {
      if (isSettled(dispatches.get(i))) {
        said[i] = new Transmission.Accepted(null, null);
      } else {
        open.add(i);
      }
    }
    if (!open.isEmpty()) {
      var outcomes = send(open.stream().map(dispatches::get).toList());
      for (int i = 0; i < open.size(); i++) {
        said[open.get(i)] = outcomes.get(i);
      }
    }
    return List.of(said);
  }

  /// What was sent is not sent again; and who never heard of a story hears nothing of its end.
  private boolean isSettled(Dispatch dispatch) {
    return sent.last(name, dispatch.uri())
        .map(last -> last.done() && last.word().equals(Letters.word(dispatch)))
        .orElse(dispatch instanceof Dispatch.TakeDown);
  }

  private List<Transmission> send(List<Dispatch> dispatches) {
    try {
      return postman.at(office -> send(dispatches, office));
    } catch (MessagingException e) {
      var reply = Reply.toConnecting(e, settings.toString());
      return dispatches.stream().map(_ -> reply).toList();
    }
  }

  /// After the first that waits the connection is not trusted any more; the rest waits with it.
  private List<Transmission> send(List<Dispatch> dispatches, PostOffice office) {
    var said = new ArrayList<Transmission>();
    for (var dispatch : dispatches) {
      Transmission before = said.isEmpty() ? null : said.getLast();
      said.add(before instanceof Transmission.Deferred ? before : send(dispatch, office));
    }
    return said;
  }

  private Transmission send(Dispatch dispatch, PostOffice office) {
    var mail = noted(dispatch);
    if (mail == null) {
      return new Transmission.Accepted(null, null);
    }
    try {
      office.send(letters.write(office.session(), dispatch, mail));
    } catch (MessagingException e) {
      return Reply.toMail(e, settings.toString());
    }
    boolean killed = dispatch instanceof Dispatch.TakeDown down && down.killed();
    sent.done(name, dispatch.uri(), mail.word(), killed);
    return new Transmission.Accepted(null, mail.id());
  }

  /// The mail that is to be sent now: the one that may have been sent, or a new one; null where one
  /// of the same batch said it already.
  private SentMails.@Nullable Sent noted(Dispatch dispatch) {
    if (isSettled(dispatch)) {
      return null;
    }
    var word = Letters.word(dispatch);
    return sent.last(name, dispatch.uri())
        .filter(last -> last.word().equals(word))
        .orElseGet(
            () ->
                sent.note(
                    name,
                    dispatch.uri(),
                    word,
                    letters.id(name, dispatch),
                    Letters.headline(dispatch)));
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Duration deadline() {
    return deadline.plus(SLACK);
  }

  @Override
  public void close() {
    postman.close();
  }
}
