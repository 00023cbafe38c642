package newsroom.publish.rendition.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Still;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Story;
import tools.jackson.databind.json.JsonMapper;

/// A feed as JSON Feed 1.1.
final class JsonFeed {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Feeds.Source source;
  private final Masthead masthead;
  private final Html html;

  JsonFeed(Feeds.Source source, Masthead masthead, Html html) {
    this.source = source;
    this.masthead = masthead;
    this.html = html;
  }

  byte[] bytes(List<Page> pages) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", Legible.text(source.title()));
    feed.put("home_page_url", source.home());
    feed.put("feed_url", masthead.address() + source.folder() + "feed.json");
    if (!masthead.tagline().isBlank()) {
      feed.put("description", Legible.text(masthead.tagline()));
    }
    feed.put("language", masthead.language());
    if (source.hub() != null) {
      feed.put("hubs", List.of(Map.of("type", "WebSub", "url", source.hub())));
    }
    feed.put("items", pages.stream().map(this::item).toList());
    return JSON.writeValueAsString(feed).getBytes(UTF_8);
  }

  private Map<String, Object> item(Page page) {
    Story story = page.story();
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", story.uri());
    item.put("url", page.address().toString());
    item.put("title", Legible.text(story.headlines().headline()));
    String summary = story.headlines().summary();
    if (summary != null && !summary.isBlank()) {
      item.put("summary", Legible.text(summary));
    }
    item.put("content_html", html.body(page));
    Still still = Still.lead(story);
    if (still != null) {
      item.put("image", still.href());
    }
    item.put("date_published", date(page.posted()));
    if (page.updated() != null) {
      item.put("date_modified", date(page.updated()));
    }
    String byline = story.headlines().byline();
    if (byline != null && !byline.isBlank()) {
      item.put("authors", List.of(Map.of("name", Legible.text(byline))));
    }
    item.put("tags", tags(page));
    item.put("language", story.headlines().language());
    return item;
  }

  private static List<String> tags(Page page) {
    List<String> tags = new ArrayList<>(List.of(page.section().name()));
    page.story().subjects().subjects().stream()
        .map(Concept::name)
        .filter(name -> !name.isBlank())
        .map(Legible::text)
        .forEach(tags::add);
    return tags.stream().distinct().toList();
  }

  private String date(Instant instant) {
    return instant
        .atZone(masthead.zone())
        .truncatedTo(ChronoUnit.SECONDS)
        .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
