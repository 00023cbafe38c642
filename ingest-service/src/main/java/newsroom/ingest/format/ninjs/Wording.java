package newsroom.ingest.format.ninjs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.json.BodyText;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Chooses among the headlines, descriptions and bodies of an item: ninjs 2 and 3 have lists of
/// them by role, ninjs 1 has any number of keys that begin so, as `headline_main`.
final class Wording {

  /// Roles of texts that stand for the whole one where there is no room for it.
  private static final Set<String> BRIEF =
      Set.of(
          "short",
          "brief",
          "summary",
          "abstract",
          "teaser",
          "caption",
          "sms",
          "tweet",
          "social",
          "push");

  private static final Set<String> MAIN = Set.of("main", "text", "body", "article", "story");

  private final Keys keys;

  Wording(Keys keys) {
    this.keys = keys;
  }

  @Nullable String headline() {
    var listed = spoken("headlines", "main", "headline", "title");
    return listed == null
        ? flat("headline", List.of("headline", "headlinemain"), List.of("title"))
        : listed;
  }

  @Nullable String summary() {
    var listed = spoken("descriptions", "summary", "abstract", "text", "main", "caption");
    return listed == null
        ? flat(
            "description",
            List.of("descriptiontext", "descriptionhtml", "descriptionxhtml"),
            List.of("abstract", "caption"))
        : listed;
  }

  /// Marked-up text before plain text: it says more.
  List<Block> body(Pictures pictures) {
    var bodies =
        keys.objects("bodies", "body").stream()
            .map(Keys.Named::keys)
            .sorted(Comparator.comparingInt(body -> -worth(body)))
            .toList();
    for (var body : bodies) {
      var blocks = BodyText.blocks(body.raw("value"), isMarked(body), null, pictures);
      if (!blocks.isEmpty()) {
        return blocks;
      }
    }
    var flat =
        keys.beginning("body").stream()
            .sorted(Comparator.comparingInt(body -> -worth(body)))
            .toList();
    for (var key : flat) {
      var blocks = BodyText.blocks(keys.raw(key), key.contains("html"), null, pictures);
      if (!blocks.isEmpty()) {
        return blocks;
      }
    }
    return List.of();
  }

  private static int worth(Keys body) {
    var role = String.valueOf(body.text("role")).toLowerCase(Locale.ROOT);
    return (isMarked(body) ? 2 : 0)
        + (MAIN.contains(role) ? 1 : 0)
        - (BRIEF.contains(role) ? 4 : 0);
  }

  private static int worth(String key) {
    return switch (key) {
      case "bodyhtml" -> 4;
      case "bodyxhtml" -> 3;
      case "bodytext", "body" -> 1;
      default -> key.contains("html") || key.contains("rich") ? 2 : 0;
    };
  }

  private static boolean isMarked(Keys body) {
    return String.valueOf(body.text("contenttype")).toLowerCase(Locale.ROOT).contains("ml");
  }

  /// The value of the best role in a list, else the first.
  private @Nullable String spoken(String list, String... roles) {
    var entries = keys.objects(list).stream().map(Keys.Named::keys).toList();
    for (var role : roles) {
      for (var entry : entries) {
        var value =
            role.equalsIgnoreCase(entry.text("role")) ? Plain.ofMarkup(entry.raw("value")) : null;
        if (value != null) {
          return value;
        }
      }
    }
    return entries.isEmpty() ? null : Plain.ofMarkup(entries.getFirst().raw("value"));
  }

  /// The first text under these keys, then under any that begins so, then under the last ones.
  private @Nullable String flat(String prefix, List<String> first, List<String> last) {
    for (var names : List.of(first, keys.beginning(prefix), last)) {
      for (var name : names) {
        var text = Plain.ofMarkup(keys.raw(name));
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }
}
