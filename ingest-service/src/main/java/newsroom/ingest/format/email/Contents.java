package newsroom.ingest.format.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import org.jspecify.annotations.Nullable;

/// What a mail is made of: texts to be read, the stories of attached wires, other mails, pictures.
final class Contents {

  /// Of what says text, what nobody reads.
  private static final Set<String> NO_TEXT =
      Set.of(
          "text/calendar", "text/css", "text/csv", "text/vcard", "text/x-vcard", "text/javascript");

  private static final int LONGEST = 2_000_000;

  private final Attachments attachments;
  private final List<Part> texts = new ArrayList<>();
  private final List<Part> pictures = new ArrayList<>();
  private final List<Part> mails = new ArrayList<>();
  private final List<Reading> wires = new ArrayList<>();

  Contents(Part mail, Attachments attachments) throws Unreadable {
    this.attachments = attachments;
    add(mail);
    var length = texts.stream().mapToLong(text -> text.content().length).sum();
    if (length > LONGEST) {
      throw new Unreadable("this mail has " + length + " bytes of text; no story is so long");
    }
  }

  private void add(Part part) throws Unreadable {
    switch (part.type()) {
      case "multipart/alternative" -> addIfAny(best(part));
      case "multipart/related", "multipart/signed" -> {
        addIfAny(part.parts().isEmpty() ? null : part.parts().getFirst());
        part.parts().stream().skip(1).filter(other -> other.is("image/")).forEach(pictures::add);
      }
      case "multipart/encrypted" -> throw new Unreadable("this mail is encrypted");
      case "multipart/report" ->
          throw new Unreadable("this mail reports on the delivery of another one and is no story");
      case "message/rfc822", "message/global" -> mails.addAll(part.parts());
      default -> {
        if (part.is("multipart/")) {
          for (var inner : part.parts()) {
            add(inner);
          }
        } else {
          leaf(part);
        }
      }
    }
  }

  private void addIfAny(@Nullable Part part) throws Unreadable {
    if (part != null) {
      add(part);
    }
  }

  private void leaf(Part part) {
    if (part.is("image/")) {
      pictures.add(part);
    } else if (part.is("text/html") || part.is("application/xhtml")) {
      if (!part.attached()) {
        texts.add(part);
      }
    } else if (!part.is("message/")) {
      var carried = attachments.read(part);
      wires.addAll(carried);
      if (carried.isEmpty()
          && !part.attached()
          && part.is("text/")
          && !NO_TEXT.contains(part.type())) {
        texts.add(part);
      }
    }
  }

  /// HTML before plain text, whatever their order, since it has the structure.
  private static @Nullable Part best(Part alternative) {
    Part best = null;
    for (var part : alternative.parts()) {
      best = best == null || worth(part) > worth(best) ? part : best;
    }
    return best;
  }

  private static int worth(Part part) {
    if (part.is("multipart/")) {
      return part.parts().stream().mapToInt(Contents::worth).max().orElse(0);
    }
    if (part.is("text/html") && part.content().length <= LONGEST) {
      return new MailText(List.of(part), null).blocks().isEmpty() ? 1 : 3;
    }
    return part.type().equals("text/plain") ? 2 : 0;
  }

  List<Part> texts() {
    return texts;
  }

  List<Part> pictures() {
    return pictures;
  }

  List<Part> mails() {
    return mails;
  }

  List<Reading> wires() {
    return wires;
  }
}
