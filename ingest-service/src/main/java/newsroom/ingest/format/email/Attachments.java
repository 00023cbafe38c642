package newsroom.ingest.format.email;

import java.time.Instant;
import java.util.List;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;

/// Reads the wires that a mail carries in its parts.
///
/// @param formats all of them
/// @param carrier that of the mail, which reads the mails in it itself
/// @param mail the wire that the mail is
record Attachments(Formats formats, Format carrier, Wire mail) {

  /// The stories of a part; none where it is no wire of any format.
  List<Reading> read(Part part) {
    var wire =
        new Wire(
            mail.agency(),
            mail.channel(),
            part.name(),
            part.charset(),
            part.content(),
            mail.received());
    try {
      var readings = formats.readCarried(wire, carrier);
      return readings == null ? List.of() : readings;
    } catch (Unreadable | RuntimeException e) {
      return List.of(new Reading.Failed("the attachment '" + part.name() + "': " + e.getMessage()));
    }
  }

  Instant received() {
    return mail.received();
  }
}
