package newsroom.publish.site;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals secrets with AES-GCM so that they may lie in a file, and opens them. The first key seals;
/// each opens, so that a new key can be put before the old one while the file still has both.
final class Seals {

  static final String SEALED = "enc:";

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<SecretKeySpec> keys;

  /// Seals with these keys.
  ///
  /// @param keys each 32 bytes in Base64
  Seals(List<String> keys) {
    this.keys = keys.stream().map(Seals::key).toList();
  }

  static String newKey() {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private static SecretKeySpec key(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new Secrets.Unreadable("needs NEWSROOM_KEY to be 32 bytes in Base64");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  String seal(String secret) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce);
      var sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      var all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      return SEALED + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing from this Java", e);
    }
  }

  /// What was sealed; empty where none of the keys opens it or it is no seal at all.
  Optional<String> open(String text) {
    byte[] all;
    try {
      all = Base64.getDecoder().decode(text.substring(SEALED.length()).strip());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return all.length <= NONCE
        ? Optional.empty()
        : keys.stream().flatMap(key -> open(key, all).stream()).findFirst();
  }

  private static Optional<String> open(SecretKeySpec key, byte[] all) {
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, key, all);
      var secret = cipher.doFinal(all, NONCE, all.length - NONCE);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
    return cipher;
  }
}
