package newsroom.publish.destination.wordpress;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import newsroom.publish.destination.cms.TagNames;
import newsroom.publish.destination.webhook.Passage;
import newsroom.publish.destination.webhook.Trust;
import newsroom.publish.destination.wordpress.api.Api.Login;

/// What a site's file says of a WordPress site.
///
/// @param blocks whether posts are made of the editor's blocks
/// @param section whether posts are filed under the story's section
/// @param tags of what kinds of names tags are made
/// @param pictureLimit in bytes; 0 where pictures stay links
/// @param deletesKilled whether a killed story leaves the trash too
record WordPressSettings(
    Login login,
    boolean blocks,
    boolean section,
    List<String> tags,
    int pictureLimit,
    boolean deletesKilled) {

  private static final List<String> KNOWN =
      List.of(
          "url",
          "user",
          "password",
          "concurrency",
          "content",
          "categories",
          "tags",
          "pictures",
          "picture-limit",
          "killed",
          Trust.CA,
          "allow-loopback",
          "allow-private");

  static WordPressSettings from(Map<String, String> settings) {
    for (var key : settings.keySet()) {
      check(
          KNOWN.contains(key),
          key + " is no setting of a WordPress site; there are " + new TreeSet<>(KNOWN));
    }
    boolean files = choice(settings, "pictures", "upload", "links");
    return new WordPressSettings(
        login(settings, Passage.of(settings)),
        choice(settings, "content", "blocks", "html"),
        choice(settings, "categories", "section", "none"),
        TagNames.kinds(settings.get("tags")),
        files ? number(settings, "picture-limit", 10, 100) * 1024 * 1024 : 0,
        !choice(settings, "killed", "trash", "delete"));
  }

  private static Login login(Map<String, String> settings, Passage passage) {
    var root = root(settings.getOrDefault("url", "").strip(), passage);
    var user = settings.getOrDefault("user", "");
    var password = settings.getOrDefault("password", "");
    check(!user.isBlank(), "user is missing: the login of our account at the site");
    check(user.indexOf(':') < 0, "user must have no colon in it");
    check(
        !password.isBlank(),
        "password is missing: an application password of that account, not the one to log in with");
    return new Login(root, passage, user, password, number(settings, "concurrency", 2, 16));
  }

  /// The API's address, which sites say of themselves, or the site's, below which it usually is.
  private static URI root(String text, Passage passage) {
    check(!text.isEmpty(), "url is missing: the address of the site, as https://station.example/");
    var url = passage.url(text);
    check(
        url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null,
        "url must be like https://station.example/, user and password apart from it");
    if (url.getQuery() != null) {
      check(text.endsWith("?rest_route=/"), "url may end in ?rest_route=/ and in no other query");
      return url;
    }
    var folder = text.endsWith("/") ? text : text + "/";
    return URI.create(folder.endsWith("/wp-json/") ? folder : folder + "wp-json/");
  }

  /// True for the first of two words, which is what counts when nothing is said.
  private static boolean choice(
      Map<String, String> settings, String key, String first, String second) {
    var text = settings.getOrDefault(key, first);
    check(
        text.equals(first) || text.equals(second),
        key + " must be " + first + " or " + second + ", not " + text);
    return text.equals(first);
  }

  private static int number(Map<String, String> settings, String key, int usual, int most) {
    var text = settings.getOrDefault(key, String.valueOf(usual));
    boolean right = text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= most;
    check(right, key + " must be a number from 1 to " + most + ", not " + text);
    return Integer.parseInt(text);
  }

  private static void check(boolean right, String sentence) {
    if (!right) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
