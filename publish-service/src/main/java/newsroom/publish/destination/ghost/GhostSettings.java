package newsroom.publish.destination.ghost;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import newsroom.publish.destination.cms.TagNames;
import newsroom.publish.destination.ghost.GhostApi.Login;
import newsroom.publish.destination.webhook.Passage;
import newsroom.publish.destination.webhook.Trust;

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
    for (var key : settings.keySet()) {
      check(
          KNOWN.contains(key),
          key + " is no setting of a Ghost site; there are " + new TreeSet<>(KNOWN));
    }
    return new GhostSettings(
        login(settings, Passage.of(settings)),
        choice(settings, "section", "tag", "none"),
        TagNames.kinds(settings.get("tags")),
        !choice(settings, "canonical", "none", "newsroom"),
        choice(settings, "killed", "delete", "draft"));
  }

  private static Login login(Map<String, String> settings, Passage passage) {
    var key = settings.getOrDefault("key", "").strip();
    check(
        key.matches("[0-9a-f]{24}:(?:[0-9a-f]{2}){16,64}"),
        "key must be the Admin API key of a custom integration of the site: an id, a colon and a"
            + " secret, as Ghost shows it");
    var colon = key.indexOf(':');
    return new Login(
        root(settings.getOrDefault("url", "").strip(), passage),
        passage,
        key.substring(0, colon),
        key.substring(colon + 1),
        number(settings, "concurrency", 2, 16));
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
