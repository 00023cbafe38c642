package newsroom.publish.destination.cms.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jsoup.Jsoup;

/// The text of a post as the site keeps it, before it makes a page of it.
///
/// @param title HTML without tags
/// @param content HTML, with the editor's own marks in it or without
/// @param excerpt HTML without tags
public record Article(String title, String content, String excerpt) {

  /// Another one for every other letter.
  public String hash() {
    return sha256(title + "\n" + content + "\n" + excerpt);
  }

  /// Another one for other words, links or pictures. A site takes markup away that an account
  /// may not write, and writes the rest in its own way; the words stay what they are.
  public String words() {
    var text = new StringBuilder();
    for (var html : new String[] {title, excerpt, content}) {
      var body = Jsoup.parseBodyFragment(html).body();
      text.append(body.text().replaceAll("\\s+", " ").strip()).append('\n');
      body.select("a[href]").forEach(link -> text.append(link.attr("href")).append('\n'));
      body.select("img[src]").forEach(image -> text.append(image.attr("src")).append('\n'));
    }
    return sha256(text.toString());
  }

  /// Of these letters.
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Of these bytes.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
