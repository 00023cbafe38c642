package newsroom.publish.destination.ghost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes the tokens that Ghost's Admin API asks for: JSON web tokens, good for five minutes.
final class Token {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int SECONDS = 300;

  private final String head;
  private final SecretKeySpec secret;

  /// A maker.
  ///
  /// @param id of the key
  /// @param secret in hexadecimal digits
  Token(String id, String secret) {
    this.head = part("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + id + "\"}");
    this.secret = new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256");
  }

  String at(Instant now) {
    long issued = now.getEpochSecond();
    var claims = "{\"iat\":%d,\"exp\":%d,\"aud\":\"/admin/\"}".formatted(issued, issued + SECONDS);
    var signed = head + "." + part(claims);
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }
}
