package newsroom.ingest.format.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;

/// Reads one mail: the stories that it carries, else the one that it is.
final class Mail {

  private final Part mail;
  private final Attachments attachments;
  private final Agency agency;

  Mail(Part mail, Attachments attachments, Agency agency) {
    this.mail = mail;
    this.attachments = attachments;
    this.agency = agency;
  }

  List<Reading> readings() throws Unreadable {
    var automatic = mail.field("auto-submitted");
    if (automatic != null && automatic.toLowerCase(Locale.ROOT).startsWith("auto-replied")) {
      throw new Unreadable("this mail is an automatic reply and no story");
    }
    var contents = new Contents(mail, attachments);
    var readings = new ArrayList<>(contents.wires());
    for (var inner : contents.mails()) {
      readings.addAll(carried(inner));
    }
    return readings.isEmpty() ? List.of(new Reading.Read(copy(contents))) : readings;
  }

  private List<Reading> carried(Part inner) {
    try {
      return new Mail(inner, attachments, agency).readings();
    } catch (Unreadable e) {
      return List.of(
          new Reading.Failed(
              "the mail '" + inner.field("subject") + "' in this mail: " + e.getMessage()));
    }
  }

  private Copy copy(Contents contents) throws Unreadable {
    var fields = new Fields(mail, attachments.received(), agency.zone());
    var text = new MailText(contents.texts(), agency.charset());
    var answers = FormAnswers.of(text.plain());
    var body = answers.none() ? text.blocks() : answers.blocks(text.pictures());
    for (var picture : contents.pictures()) {
      add(picture, text);
    }
    if (body.isEmpty() && text.pictures().all().isEmpty()) {
      throw new Unreadable("the mail '" + fields.subject() + "' has no text");
    }
    return new Assembled(
            new Assembled.Origin("email", text.charset()),
            fields.guid(),
            answers.onto(fields.lifecycle(), agency.zone()),
            fields.handling(),
            fields.subjects(answers.categories()),
            fields.rights(),
            new Assembled.Content(
                answers.onto(fields.headlines()), text.pictures().all(), null, body))
        .copy();
  }

  /// Only a picture that has an address can be shown.
  private static void add(Part picture, MailText text) {
    var address = picture.raw("content-location");
    if (address != null) {
      text.pictures()
          .add(
              picture.field("content-description"),
              null,
              null,
              List.of(new Picture.Rendition("original", address, picture.type(), null, null)),
              null);
    }
  }
}
