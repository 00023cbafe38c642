package newsroom.ingest.format.email;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Formats;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads e-mail. What a mail carries counts before what it says: where it has wires attached, or
/// other mails as a digest has, its stories are theirs, and its own text is their cover.
@Component
public class Email implements Format {

  private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,70}:.*");

  /// Two of these make a mail; other things begin with fields as well.
  private static final Set<String> OWN =
      Set.of(
          "from",
          "sender",
          "to",
          "date",
          "subject",
          "message-id",
          "mime-version",
          "received",
          "return-path",
          "delivered-to",
          "content-type");

  private final ObjectProvider<Formats> formats;
  private final FormatLimits limits;

  /// @param formats those that read the attachments; asked for late, being made of this one too
  public Email(ObjectProvider<Formats> formats, FormatLimits limits) {
    this.formats = formats;
    this.limits = limits;
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public boolean recognises(Opening opening) {
    if (opening.root() != null) {
      return false;
    }
    var lines = opening.text().lines().toList();
    var names = new HashSet<String>();
    for (var i = 0; i < lines.size() && !lines.get(i).isBlank(); i++) {
      var line = lines.get(i);
      // the opening may end in the middle of its last line
      if (i == lines.size() - 1 || (i == 0 && line.startsWith("From "))) {
        continue;
      }
      if (i > 0 && Character.isWhitespace(line.charAt(0))) {
        continue;
      }
      if (!FIELD.matcher(line).matches()) {
        return false;
      }
      names.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
    }
    names.retainAll(OWN);
    return names.size() > 1;
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var part = new MailParts(limits).of(fromFirstField(wire.bytes()));
    return new Mail(part, new Attachments(formats.getObject(), this, wire), agency).readings();
  }

  /// The mail from its first field on: relays leave blank lines before it, mailboxes a line of
  /// their own.
  private static byte[] fromFirstField(byte[] bytes) {
    var start = 0;
    while (start < bytes.length && (bytes[start] & 0xff) <= ' ') {
      start++;
    }
    if (bytes.length > start + 5
        && new String(bytes, start, 5, StandardCharsets.US_ASCII).equals("From ")) {
      while (start < bytes.length && bytes[start] != '\n') {
        start++;
      }
      start++;
    }
    return Arrays.copyOfRange(bytes, Math.min(start, bytes.length), bytes.length);
  }
}
