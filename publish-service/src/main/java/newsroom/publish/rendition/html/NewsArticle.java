package newsroom.publish.rendition.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Tag;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The story as schema.org's NewsArticle, for search engines.
final class NewsArticle {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          // the same story makes the same bytes in every process
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private NewsArticle() {}

  static String json(
      Page page,
      Furniture site,
      @Nullable Illustration lead,
      Moment posted,
      @Nullable Moment updated) {
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("@context", "https://schema.org");
    article.put("@type", "NewsArticle");
    article.put("mainEntityOfPage", Map.of("@type", "WebPage", "@id", page.address().toString()));
    article.put("url", page.address().toString());
    article.put("headline", page.story().headlines().headline());
    article.put("description", StoryView.description(page.story()));
    article.put("image", images(page.story(), lead == null ? site.card() : lead));
    article.put("datePublished", posted.machine());
    article.put("dateModified", (updated == null ? posted : updated).machine());
    article.put("author", authors(page.story(), site));
    article.put("publisher", publisher(site));
    article.put("articleSection", page.section().name());
    article.put("inLanguage", page.story().headlines().language());
    article.put("isAccessibleForFree", true);
    return inScript(JSON.writeValueAsString(article));
  }

  /// A script element ends at the first `</script`, wherever it stands.
  private static String inScript(String json) {
    return Legible.text(json)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static List<String> images(Story story, Illustration lead) {
    List<String> images = new ArrayList<>(List.of(lead.src()));
    Picture picture = StoryView.leadPicture(story);
    if (picture != null) {
      for (Picture.Rendition rendition : picture.renditions()) {
        String href = WebAddress.of(rendition.href());
        if (href != null && !images.contains(href)) {
          images.add(href);
        }
      }
    }
    return images;
  }

  private static List<Map<String, Object>> authors(Story story, Furniture site) {
    List<Map<String, Object>> authors = new ArrayList<>();
    for (String name : Tag.names(story)) {
      String page = site.whole("author/" + Tag.of(name).path() + "/");
      authors.add(Map.of("@type", "Person", "name", name, "url", page));
    }
    if (authors.isEmpty()) {
      String credit = story.rights().creditline();
      String name = credit == null || credit.isBlank() ? site.masthead().name() : credit;
      authors.add(Map.of("@type", "Organization", "name", name));
    }
    return authors;
  }

  private static Map<String, Object> publisher(Furniture site) {
    Map<String, Object> logo = new LinkedHashMap<>();
    logo.put("@type", "ImageObject");
    logo.put("url", site.whole(site.assets().logo()));
    logo.put("width", 600);
    logo.put("height", 60);
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@type", "NewsMediaOrganization");
    publisher.put("name", site.masthead().name());
    publisher.put("url", site.masthead().address().toString());
    publisher.put("logo", logo);
    return publisher;
  }
}
