package newsroom.publish.destination.ghost;

import java.util.ArrayList;
import java.util.List;
import newsroom.publish.destination.cms.post.Article;
import newsroom.publish.destination.cms.post.Post;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as the site says it is now.
///
/// @param updated in the site's own words: who writes says which save he has seen
/// @param image the address of the picture that leads it; null for none
record GhostPost(
    String id,
    String status,
    String slug,
    String url,
    Article article,
    String updated,
    @Nullable String image,
    List<Tag> tags)
    implements Post {

  /// Where it is filed.
  record Tag(String id, String slug, String name) {}

  static GhostPost from(JsonNode json) {
    var tags = new ArrayList<Tag>();
    json.path("tags")
        .forEach(
            tag ->
                tags.add(
                    new Tag(
                        tag.path("id").asString(""),
                        tag.path("slug").asString(""),
                        tag.path("name").asString(""))));
    var image = json.path("feature_image").asString("");
    return new GhostPost(
        json.path("id").asString(""),
        json.path("status").asString(""),
        json.path("slug").asString(""),
        json.path("url").asString(""),
        article(
            json.path("title").asString(""),
            json.path("html").asString(""),
            json.path("custom_excerpt").asString("")),
        json.path("updated_at").asString(""),
        image.isEmpty() ? null : image,
        tags);
  }

  /// Ghost keeps title and excerpt as plain words.
  static Article article(String title, String html, String excerpt) {
    return new Article(Entities.escape(title), html, Entities.escape(excerpt));
  }

  @Override
  public boolean shown() {
    return status.equals("published");
  }

  /// Whether the site has an address for it yet: Ghost may answer before its routes know of it.
  boolean routed() {
    return !url.isEmpty() && !url.endsWith("/404/");
  }

  @Override
  public String number() {
    return id;
  }

  /// Out of a draft a post may come back.
  @Override
  public boolean hidden() {
    return status.equals("draft");
  }

  @Override
  public @Nullable String link() {
    return routed() ? url : null;
  }
}
