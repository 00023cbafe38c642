package newsroom.publish.delivery.carrying;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;

/// Tells a page from the same page with another link, address or site's name around it.
final class Shown {

  private Shown() {}

  /// Equal for pages that show the same. The text itself is told by its mark: what came under one
  /// mark never changes.
  static String hash(Page page, Masthead masthead) {
    var all =
        new Object[] {
          page.story().uri(),
          page.story().mark(),
          page.address(),
          page.section(),
          page.posted(),
          page.updated(),
          page.promos(),
          masthead.name(),
          masthead.address(),
          masthead.language(),
          masthead.zone(),
          masthead.accent(),
          masthead.tagline(),
          masthead.sections(),
          new TreeMap<>(masthead.labels())
        };
    var text = new StringBuilder();
    for (var one : all) {
      text.append(one).append('\n');
    }
    return digest(text.toString());
  }

  /// The first half of a SHA-256, in hex.
  static String digest(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
