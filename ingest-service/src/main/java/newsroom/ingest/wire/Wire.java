package newsroom.ingest.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bytes from an agency, unread.
///
/// @param agency the agency's short name, as in `POST /wires/{agency}`
/// @param channel the way it came in: `http`, `drop-folder`, `feed`, `ftp`, `sftp`, `mail`,
///     `ap-media`
/// @param name what the channel calls it (a file name, a feed's address), for people; identity
///     never depends on it
/// @param charset the charset that the channel declares for it, as of a Content-Type; verified
///     before it is believed
/// @param content the bytes as they arrived; read only
/// @param received when the newsroom had all of it
/// @param enclosed addresses of the pictures that came with it, by what the wire calls them: a file
///     name or `cid:…`
public record Wire(
    String agency,
    String channel,
    @Nullable String name,
    @Nullable String charset,
    ByteBuffer content,
    Instant received,
    Map<String, String> enclosed) {

  private static final Pattern AGENCY = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public Wire(
      String agency,
      String channel,
      @Nullable String name,
      @Nullable String charset,
      byte[] content,
      Instant received) {
    this(agency, channel, name, charset, ByteBuffer.wrap(content).asReadOnlyBuffer(), received);
  }

  public Wire(
      String agency,
      String channel,
      @Nullable String name,
      @Nullable String charset,
      ByteBuffer content,
      Instant received) {
    this(agency, channel, name, charset, content, received, Map.of());
  }

  /// The same wire with the pictures that came with it.
  public Wire enclosing(Map<String, String> pictures) {
    return new Wire(agency, channel, name, charset, content, received, Map.copyOf(pictures));
  }

  /// Whether an agency may be called so: it becomes part of addresses and folders.
  public static boolean isAgency(String name) {
    return AGENCY.matcher(name).matches();
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    var copy = new byte[content.remaining()];
    content.duplicate().get(copy);
    return copy;
  }

  /// SHA-256 of the bytes, hex: the same bytes have the same one, whoever brings them.
  public String sha256() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(content.duplicate());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
