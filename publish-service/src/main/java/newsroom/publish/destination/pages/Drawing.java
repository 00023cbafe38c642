package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.feed.Feeds;

/// Draws the files that list stories, each by its path below the site's root.
record Drawing(Renditions renditions, Masthead masthead) {

  private static final int ON_FRONT = 120;
  private static final int IN_FEED = 30;

  Map<String, byte[]> front(List<Page> live) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Page> newest = live.stream().limit(ON_FRONT).toList();
    files.put("index.html", renditions.html().front(newest, masthead));
    feeds(files, Feeds.Source.of(masthead), live);
    files.put("robots.txt", robots());
    return files;
  }

  Map<String, byte[]> section(Masthead.Section section, List<Page> pages) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String folder = section.path() + "/";
    files.put(folder + "index.html", renditions.html().section(section, pages, masthead));
    files.put(folder + "latest.json", renditions.html().latest(pages, masthead));
    feeds(files, Feeds.Source.of(masthead, section), pages);
    return files;
  }

  Map<String, byte[]> sitemaps(List<Page> live, Instant now) {
    return Map.of(
        "sitemap.xml", renditions.sitemaps().all(live, masthead),
        "news-sitemap.xml", renditions.sitemaps().news(live, masthead, now));
  }

  private void feeds(Map<String, byte[]> files, Feeds.Source source, List<Page> pages) {
    List<Page> newest = pages.stream().limit(IN_FEED).toList();
    files.put(source.folder() + "feed.xml", renditions.feeds().rss(source, newest, masthead));
    files.put(source.folder() + "feed.json", renditions.feeds().json(source, newest, masthead));
  }

  private byte[] robots() {
    return """
        User-agent: *
        Allow: /

        Sitemap: %1$ssitemap.xml
        Sitemap: %1$snews-sitemap.xml
        """
        .formatted(masthead.address())
        .getBytes(UTF_8);
  }
}
