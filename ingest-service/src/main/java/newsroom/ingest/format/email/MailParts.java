package newsroom.ingest.format.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/// Takes one mail apart. Whatever is too deep, too many or too long ends it at once.
final class MailParts {

  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 1_000;
  private static final int MOST_FIELDS = 1_000;
  private static final int LONGEST_FIELD = 100_000;

  private final MimeConfig config;
  private final Deque<Part> open = new ArrayDeque<>();
  private @Nullable Part root;
  private int count;

  MailParts(FormatLimits limits) {
    var size = limits.maxSize().toBytes();
    this.config =
        MimeConfig.custom()
            .setMaxHeaderCount(MOST_FIELDS)
            .setMaxHeaderLen(LONGEST_FIELD)
            // a body may be one line; the wire's size is its limit
            .setMaxLineLen((int) Math.min(Integer.MAX_VALUE, size))
            .setMaxContentLen(size)
            .build();
  }

  /// The mail with its parts.
  ///
  /// @throws Unreadable when it is cut off or more than a mail may be
  Part of(byte[] mail) throws Unreadable {
    if (bodyStart(mail) < 0) {
      throw new Unreadable("this mail is cut off: its header has no end");
    }
    var tokens = new MimeTokenStream(config);
    tokens.parse(new ByteArrayInputStream(mail));
    try {
      return whole(tokens, mail);
    } catch (MimeException | IOException e) {
      throw new Unreadable("this mail cannot be taken apart: " + e.getMessage(), e);
    }
  }

  private Part whole(MimeTokenStream tokens, byte[] mail)
      throws MimeException, IOException, Unreadable {
    for (var state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      switch (state) {
        case T_START_MESSAGE, T_START_BODYPART -> start();
        case T_FIELD -> field(tokens.getField(), open.element());
        case T_START_MULTIPART -> {
          open.element().type(tokens.getBodyDescriptor().getMimeType());
          if (open.size() == 1) {
            mustEnd(tokens.getBodyDescriptor().getBoundary(), mail);
          }
        }
        case T_BODY -> {
          open.element().type(tokens.getBodyDescriptor().getMimeType());
          open.element().content(tokens.getDecodedInputStream().readAllBytes());
        }
        case T_END_MESSAGE, T_END_BODYPART -> root = close();
        default -> {}
      }
    }
    if (root == null) {
      throw new Unreadable("this mail cannot be taken apart: it has no end");
    }
    return root;
  }

  private void start() throws Unreadable {
    if (++count > MOST_PARTS || open.size() >= DEEPEST) {
      throw new Unreadable("this mail has too many parts, or parts in parts in parts");
    }
    open.push(new Part());
  }

  private Part close() {
    var part = open.pop();
    var outer = open.peek();
    if (outer != null) {
      if (outer.is("text/plain")) {
        outer.type("message/rfc822");
      }
      outer.add(part);
    }
    return part;
  }

  private static void field(Field field, Part part) {
    var raw =
        new String(
            field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray(),
            StandardCharsets.ISO_8859_1);
    var colon = raw.indexOf(':');
    if (colon >= 0) {
      var value = new StringBuilder(raw.length());
      raw.chars()
          .skip(colon + 1L)
          .filter(c -> c != '\r' && c != '\n')
          .forEach(c -> value.append((char) c));
      part.field(field.getName().strip(), value.toString().strip());
    }
  }

  /// A mail in parts says where its last one ends; where that is missing, more may be.
  private static void mustEnd(@Nullable String boundary, byte[] mail) throws Unreadable {
    var text = new String(mail, StandardCharsets.ISO_8859_1);
    if (boundary == null || !text.contains("\n--" + boundary + "--")) {
      throw new Unreadable("this mail is cut off: its last part has no end");
    }
  }

  private static int bodyStart(byte[] mail) {
    for (var i = 1; i < mail.length; i++) {
      if (mail[i] == '\n'
          && (mail[i - 1] == '\n' || (i > 1 && mail[i - 1] == '\r' && mail[i - 2] == '\n'))) {
        return i + 1;
      }
    }
    return -1;
  }
}
