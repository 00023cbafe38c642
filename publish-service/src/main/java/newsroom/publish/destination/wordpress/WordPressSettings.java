package newsroom.publish.destination.wordpress;

import static newsroom.publish.destination.outbound.SiteSettings.check;

import java.net.URI;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.TagNames;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.SiteSettings;
import newsroom.publish.destination.outbound.Trust;
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
    var said = SiteSettings.of(settings, "a WordPress site", KNOWN);
    boolean files = said.choice("pictures", "upload", "links");
    return new WordPressSettings(
        login(said, Passage.of(settings)),
        said.choice("content", "blocks", "html"),
        said.choice("categories", "section", "none"),
        TagNames.kinds(settings.get("tags")),
        files ? said.number("picture-limit", 10, 100) * 1024 * 1024 : 0,
        !said.choice("killed", "trash", "delete"));
  }

  private static Login login(SiteSettings said, Passage passage) {
    var root = root(said.text("url").strip(), passage);
    var user = said.text("user");
    var password = said.text("password");
    check(!user.isBlank(), "user is missing: the login of our account at the site");
    check(user.indexOf(':') < 0, "user must have no colon in it");
    check(
        !password.isBlank(),
        "password is missing: an application password of that account, not the one to log in with");
    return new Login(root, passage, user, password, said.number("concurrency", 2, 16));
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
}
