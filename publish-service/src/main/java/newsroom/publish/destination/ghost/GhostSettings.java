package newsroom.publish.destination.ghost;

import static newsroom.publish.destination.outbound.SiteSettings.check;

import java.net.URI;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.TagNames;
import newsroom.publish.destination.ghost.GhostApi.Login;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.SiteSettings;
import newsroom.publish.destination.outbound.Trust;

/// What a site's file says of a Ghost site.
///
/// @param section whether a post's first tag is the story's section
/// @param tags of what kinds of names further tags are made
/// @param canonical whether posts name the newsroom's own address of the story as the original
/// @param deletesKilled whether a killed story's post is deleted, and not only made a draft
record GhostSettings(
    Login login, boolean section, List<String> tags, boolean canonical, boolean deletesKilled) {

  private static final List<String> KNOWN =
      List.of(
          "url",
          "key",
          "concurrency",
          "section",
          "tags",
          "canonical",
          "killed",
          Trust.CA,
          "allow-loopback",
          "allow-private");

  static GhostSettings from(Map<String, String> settings) {
    var said = SiteSettings.of(settings, "a Ghost site", KNOWN);
    return new GhostSettings(
        login(said, Passage.of(settings)),
        said.choice("section", "tag", "none"),
        TagNames.kinds(settings.get("tags")),
        !said.choice("canonical", "none", "newsroom"),
        said.choice("killed", "delete", "draft"));
  }

  private static Login login(SiteSettings said, Passage passage) {
    var key = said.text("key").strip();
    check(
        key.matches("[0-9a-f]{24}:(?:[0-9a-f]{2}){16,64}"),
        "key must be the Admin API key of a custom integration of the site: an id, a colon and a"
            + " secret, as Ghost shows it");
    var colon = key.indexOf(':');
    return new Login(
        root(said.text("url").strip(), passage),
        passage,
        key.substring(0, colon),
        key.substring(colon + 1),
        said.number("concurrency", 2, 16));
  }

  /// The site's address, or that of its administration, which Ghost calls its API URL.
  private static URI root(String text, Passage passage) {
    check(!text.isEmpty(), "url is missing: the address of the site, as https://station.example/");
    var url = passage.url(text);
    check(
        url.getHost() != null
            && url.getUserInfo() == null
            && url.getFragment() == null
            && url.getQuery() == null,
        "url must be like https://station.example/, and the key apart from it");
    return URI.create(text.replaceFirst("/*$", "").replaceFirst("/ghost$", "") + "/");
  }
}
