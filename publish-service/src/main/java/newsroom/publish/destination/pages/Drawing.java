package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.atom.Atom;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.rendition.feed.Feeds;
import org.jspecify.annotations.Nullable;

/// Draws the files that list stories, each by its path below the site's root.
record Drawing(
    Renditions renditions, Masthead masthead, @Nullable String hub, List<Removal> removals) {

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
    files.put(folder + "latest.json", renditions.html().latest(pages, masthead));
    feeds(files, Feeds.Source.of(masthead, section), pages);
    return files;
  }

  private void feeds(Map<String, byte[]> files, Feeds.Source plain, List<Page> pages) {
    Feeds.Source source = plain.with(hub);
    List<Page> newest = pages.stream().limit(IN_FEED).toList();
    String below = masthead.address() + source.folder();
    var atom =
        new Atom.Source(source.home(), source.title(), source.home(), below + "atom.xml", hub);
    List<Removal> removed =
        removals.stream().filter(it -> it.address().toString().startsWith(below)).toList();
    files.put(
        source.folder() + "atom.xml", renditions.atom().feed(atom, newest, removed, masthead));
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
