package newsroom.ingest.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import newsroom.ingest.copy.Copy;

/// Identity is derived, never drawn: the same story has the same uri whenever and however it
/// arrives.
final class Identity {

  private Identity() {}

  static String uri(String agency, String guid) {
    return "urn:newsroom:story:" + hash(agency + '\n' + guid).substring(0, 32);
  }

  /// The same for two copies whose readers would see the same, whatever way they came in.
  static String content(Copy copy) {
    var text = new StringBuilder(4096);
    text.append(copy.headlines()).append('\n').append(copy.subjects()).append('\n');
    text.append(copy.rights()).append('\n').append(copy.pictures()).append('\n');
    text.append(copy.leadPicture()).append('\n').append(copy.body()).append('\n');
    var life = copy.lifecycle();
    text.append(life.status()).append('\n').append(life.change()).append('\n');
    text.append(life.embargoedUntil()).append('\n').append(life.expires()).append('\n');
    text.append(life.urgency()).append('\n').append(life.correctionNote()).append('\n');
    text.append(life.edNote());
    return hash(text.toString());
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
