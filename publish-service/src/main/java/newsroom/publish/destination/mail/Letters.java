package newsroom.publish.destination.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.edition.Rendition;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.story.Story;

/// Writes the mail of a dispatch.
///
/// @param text the story as plain text
/// @param html the story's text as HTML
record Letters(MailSettings settings, Masthead masthead, Rendition text, Html html, Clock clock) {

  /// What distinguishes this word on a story from others. New related links are no news.
  static String word(Dispatch dispatch) {
    var mark = dispatch.mark();
    var what =
        switch (dispatch) {
          case Dispatch.Show _ -> "";
          case Dispatch.TakeDown down -> down.killed() ? "killed " : "withheld ";
        };
    return what + "v" + mark.version() + " " + mark.created();
  }

  /// The Message-ID of this dispatch, without brackets: the same on every attempt.
  String id(String destination, Dispatch dispatch) {
    try {
      var text = destination + "\n" + dispatch.id();
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16) + "@" + settings.people().domain();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String headline(Dispatch dispatch) {
    return dispatch instanceof Dispatch.Show show
        ? Inline.oneLine(show.page().story().headlines().headline())
        : "";
  }

  MimeMessage write(Session session, Dispatch dispatch, SentMails.Sent sent)
      throws MessagingException {
    var letter = new Letter(session, sent.id());
    envelope(letter, sent);
    letter.setSubject(subject(dispatch, sent), "UTF-8");
    switch (dispatch) {
      case Dispatch.Show show -> show(letter, leaving(show.page()));
      case Dispatch.TakeDown down -> takeDown(letter, down);
    }
    letter.saveChanges();
    return letter;
  }

  private void envelope(Letter letter, SentMails.Sent sent) throws MessagingException {
    var people = settings.people();
    letter.setFrom(people.from());
    letter.setRecipients(Message.RecipientType.TO, all(people.to()));
    if (!people.replyTo().isEmpty()) {
      letter.setReplyTo(all(people.replyTo()));
    }
    letter.setSentDate(Date.from(clock.instant()));
    if (!sent.id().equals(sent.firstId())) {
      letter.setHeader("In-Reply-To", "<" + sent.firstId() + ">");
      letter.setHeader("References", "<" + sent.firstId() + ">");
    }
    letter.setHeader("List-Id", "<" + settings.listId() + ">");
    // holiday notices and other machines do not answer
    letter.setHeader("Auto-Submitted", "auto-generated");
  }

  private static InternetAddress[] all(List<InternetAddress> addresses) {
    return addresses.toArray(InternetAddress[]::new);
  }

  private static String subject(Dispatch dispatch, SentMails.Sent sent) {
    var headline = sent.headline().isEmpty() ? "a story (" + dispatch.uri() + ")" : sent.headline();
    return switch (dispatch) {
      case Dispatch.Show show when isCorrection(show) -> "CORRECTION: " + headline;
      case Dispatch.Show _ -> headline;
      case Dispatch.TakeDown down -> (down.killed() ? "KILL: " : "WITHHELD: ") + headline;
    };
  }

  private static boolean isCorrection(Dispatch.Show show) {
    return show.page().story().lifecycle().change() == Story.Change.CORRECTION;
  }

  private Page leaving(Page page) {
    return settings.related()
        ? page
        : new Page(
            page.story(), page.address(), page.section(), page.posted(), page.updated(), List.of());
  }

  private void show(Letter letter, Page page) throws MessagingException {
    letter.setHeader("Content-Language", page.story().headlines().language());
    var plain = new String(text.show(new Edition(page, masthead)), UTF_8);
    letter.setContent(both(plain, MailPage.of(page, html.body(page))));
  }

  private void takeDown(Letter letter, Dispatch.TakeDown down) throws MessagingException {
    letter.setHeader("Importance", "high");
    var removal =
        new Removal(down.uri(), down.mark(), down.address(), down.at(), down.killed(), masthead, 1);
    var plain = new String(text.takeDown(removal), UTF_8);
    letter.setContent(both(plain, MailPage.of(plain)));
  }

  private static MimeMultipart both(String plain, String html) throws MessagingException {
    return new MimeMultipart("alternative", part(plain, "plain"), part(html, "html"));
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, "utf-8", subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }
}
