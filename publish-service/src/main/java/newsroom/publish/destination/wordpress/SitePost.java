package newsroom.publish.destination.wordpress;

import java.util.ArrayList;
import java.util.List;
import newsroom.publish.destination.cms.post.Article;
import newsroom.publish.destination.cms.post.Post;
import newsroom.publish.story.Mark;
import tools.jackson.databind.JsonNode;

/// A post as the site says it is now.
///
/// @param modified in the site's own words, UTC
/// @param noted what the newsroom noted with it: the words of its text; empty without the plugin
record SitePost(
    long id,
    String status,
    String slug,
    String link,
    Article article,
    String modified,
    Filed filed,
    String noted)
    implements Post {

  /// Where it is filed.
  ///
  /// @param featured the picture that leads it; 0 for none
  record Filed(List<Long> categories, List<Long> tags, long featured) {}

  static SitePost from(JsonNode json) {
    return new SitePost(
        json.path("id").asLong(0),
        json.path("status").asString(""),
        json.path("slug").asString(""),
        json.path("link").asString(""),
        new Article(raw(json, "title"), raw(json, "content"), raw(json, "excerpt")),
        json.path("modified_gmt").asString(""),
        new Filed(
            numbers(json.path("categories")),
            numbers(json.path("tags")),
            json.path("featured_media").asLong(0)),
        json.path("meta").path("_newsroom_hash").asString(""));
  }

  private static String raw(JsonNode json, String field) {
    return json.path(field).path("raw").asString("");
  }

  private static List<Long> numbers(JsonNode list) {
    var numbers = new ArrayList<Long>();
    list.forEach(number -> numbers.add(number.asLong(0)));
    return numbers;
  }

  /// Out of the trash a post may come back.
  @Override
  public boolean hidden() {
    return status.equals("trash");
  }

  @Override
  public boolean shown() {
    return status.equals("publish") || status.equals("future");
  }

  @Override
  public String number() {
    return String.valueOf(id);
  }

  /// A version as it is noted with the post.
  static String version(Mark mark) {
    return mark.version() + " " + mark.created() + " " + mark.revision();
  }
}
