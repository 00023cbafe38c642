package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import newsroom.publish.rendition.Masthead;

/// The files that all pages of a site draw on. A name holds its content's hash, so browsers may
/// keep each for ever.
///
/// @param stylesheet path below the root
/// @param script path below the root
/// @param logo path below the root
/// @param icon path below the root
/// @param card path below the root
/// @param files bytes by path below the root
public record Assets(
    String stylesheet,
    String script,
    String logo,
    String icon,
    String card,
    Map<String, byte[]> files) {

  static Assets of(Masthead masthead) {
    Palette palette = Palette.of(masthead.accent());
    String name = masthead.name();
    Map<String, byte[]> files = new LinkedHashMap<>();
    return new Assets(
        add(files, "newsroom", ".css", (palette.css() + resource("newsroom.css")).getBytes(UTF_8)),
        add(files, "newsroom", ".js", resource("newsroom.js").getBytes(UTF_8)),
        add(files, "logo", ".svg", Logo.wide(name, palette).getBytes(UTF_8)),
        add(files, "icon", ".svg", Logo.square(name, palette).getBytes(UTF_8)),
        add(files, "card", ".png", ShareCard.png(palette)),
        files);
  }

  private static String add(Map<String, byte[]> files, String name, String ending, byte[] bytes) {
    String path = "assets/" + name + "-" + hash(bytes) + ending;
    files.put(path, bytes);
    return path;
  }

  private static String resource(String name) {
    try (InputStream stream = Assets.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing from this build");
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
