package newsroom.ingest.format.email;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.copy.Plain;
import org.jspecify.annotations.Nullable;

/// The names of people in an address field: `"Ann Lund" <ann@agency.example>, bo@agency.example (Bo
/// Holm)`. Addresses are no names.
final class Mailboxes {

  private Mailboxes() {}

  static List<String> names(@Nullable String field) {
    var names = new ArrayList<String>();
    for (var mailbox : mailboxes(field == null ? "" : field)) {
      var name = name(mailbox);
      if (name != null && !name.contains("@") && !names.contains(name)) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static @Nullable String name(String mailbox) {
    var bracket = mailbox.lastIndexOf('<');
    if (bracket >= 0) {
      return Plain.text(EncodedWords.decoded(unquoted(mailbox.substring(0, bracket).strip())));
    }
    var comment = mailbox.indexOf('(');
    var end = mailbox.lastIndexOf(')');
    return comment >= 0 && end > comment
        ? Plain.text(EncodedWords.decoded(mailbox.substring(comment + 1, end)))
        : null;
  }

  private static String unquoted(String name) {
    return name.replace("\\\"", "'").replace("\"", "");
  }

  private static List<String> mailboxes(String field) {
    var mailboxes = new ArrayList<String>();
    var quoted = false;
    var start = 0;
    for (var i = 0; i < field.length() && mailboxes.size() < 20; i++) {
      var c = field.charAt(i);
      if (c == '"' && (i == 0 || field.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        mailboxes.add(field.substring(start, i));
        start = i + 1;
      }
    }
    mailboxes.add(field.substring(start));
    return mailboxes;
  }
}
