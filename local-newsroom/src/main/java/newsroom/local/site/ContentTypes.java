package newsroom.local.site;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// What a file is, told by its name.
final class ContentTypes {

  private static final Map<String, String> BY_NAME =
      Map.of(
          "rss.xml", "application/rss+xml; charset=utf-8",
          "feed.xml", "application/rss+xml; charset=utf-8",
          "atom.xml", "application/atom+xml; charset=utf-8",
          "feed.json", "application/feed+json");

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("xml", "application/xml; charset=utf-8"),
          Map.entry("rss", "application/rss+xml; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("gif", "image/gif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  private ContentTypes() {}

  static String of(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    var ending = name.substring(name.lastIndexOf('.') + 1);
    return BY_NAME.getOrDefault(name, BY_ENDING.getOrDefault(ending, "application/octet-stream"));
  }
}
