package newsroom.ingest.format.json;

import java.util.Set;
import newsroom.ingest.format.Opening;

/// Whose JSON a wire is, told from its keys. The first that fits is it, so no wire is of two.
public enum Dialect {

  /// AP's Media API: an envelope around one item or several, or an item alone.
  AP_MEDIA,

  /// dpa's digitalwires: an entry alone, a list of them, or what its queue hands out.
  DPA_DIGITALWIRES,

  /// A JSON Feed, of which some say their version without the address that it should be.
  JSON_FEED,

  /// ninjs: an item alone, a list of them, or an envelope that calls them `items` or `item`.
  NINJS,

  UNKNOWN;

  private static final Set<String> NINJS_KEYS =
      Set.of(
          "uri",
          "guid",
          "usn",
          "versioncreated",
          "pubstatus",
          "headlines",
          "bodies",
          "bodyhtml",
          "bodyxhtml",
          "bodytext",
          "representationtype",
          "ednote");

  /// Whose JSON begins so; unknown where it is none.
  public static Dialect of(Opening opening) {
    var keys = opening.keys();
    if (keys.isEmpty()) {
      return UNKNOWN;
    }
    if (keys.contains("version") && opening.text().contains("jsonfeed.org/version")) {
      return JSON_FEED;
    }
    if (isAp(keys)) {
      return AP_MEDIA;
    }
    if (isDpa(keys)) {
      return DPA_DIGITALWIRES;
    }
    return isFeed(keys) ? JSON_FEED : isNinjs(keys) ? NINJS : UNKNOWN;
  }

  /// ninjs has `altids` too, but none of the other keys that AP's items have.
  private static boolean isAp(Set<String> keys) {
    return (keys.contains("api_version") && keys.contains("data"))
        || has(keys, "data.item.altids", "data.items.item", "data.items.altids")
        || (has(keys, "altids.itemid", "item.altids.itemid")
            && !has(keys, "standard", "$standard")
            && has(
                keys,
                "signals",
                "editorialpriority",
                "editorialtypes",
                "datelinelocation",
                "headline_extended",
                "infosource",
                "item.signals",
                "item.pubstatus"));
  }

  private static boolean isDpa(Set<String> keys) {
    return (keys.contains("urn") && has(keys, "version_created", "entry_id", "article_html"))
        || (keys.contains("entries.urn")
            && has(keys, "entries.version_created", "entries.entry_id"));
  }

  private static boolean isFeed(Set<String> keys) {
    return has(keys, "home_page_url", "feed_url", "items.content_html", "items.content_text")
        && !has(keys, "uri", "items.uri");
  }

  /// JSON Schema and JSON-LD have keys of the same names, and say what they are.
  private static boolean isNinjs(Set<String> keys) {
    return !has(keys, "$id", "@context", "properties")
        && keys.stream()
            .map(key -> key.startsWith("items.") ? key.substring(6) : key)
            .map(key -> key.startsWith("item.") ? key.substring(5) : key)
            .anyMatch(key -> NINJS_KEYS.contains(Keys.plain(key)));
  }

  private static boolean has(Set<String> keys, String... any) {
    for (var key : any) {
      if (keys.contains(key)) {
        return true;
      }
    }
    return false;
  }
}
