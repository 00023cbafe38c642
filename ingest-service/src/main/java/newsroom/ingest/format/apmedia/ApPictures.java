package newsroom.ingest.format.apmedia;

import java.util.Locale;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.json.Keys;
import newsroom.ingest.format.json.Renditions;
import org.jspecify.annotations.Nullable;

/// Reads the pictures of an item: its own, when it is one, and those of its associations, as far as
/// the wire has their addresses.
final class ApPictures {

  private final Keys item;
  private final Pictures pictures;

  ApPictures(Keys item, Pictures pictures) {
    this.item = item;
    this.pictures = pictures;
  }

  /// The id of the item's own picture, else of the first one that goes with it.
  @Nullable String read() {
    var lead = isPicture(item) ? add(item) : null;
    for (var association : item.objects("associations")) {
      var keys = association.keys();
      var id = isPicture(keys) && !takenBack(keys) ? add(keys) : null;
      lead = lead == null ? id : lead;
    }
    return lead;
  }

  private @Nullable String add(Keys keys) {
    var caption = Plain.ofMarkup(keys.raw("descriptioncaption"));
    return pictures.add(
        caption == null ? keys.text("headline", "title") : caption,
        credit(keys),
        keys.text("descriptionalttext", "alttext"),
        Renditions.of(keys, false),
        null);
  }

  /// The line that AP wants printed, with the photographer's name where the line lacks it.
  private static @Nullable String credit(Keys keys) {
    var line = keys.text("descriptioncreditline", "creditline", "provider");
    var photographer = keys.object("photographer");
    var name = photographer == null ? keys.text("photographer") : photographer.text("name");
    if (name == null || line == null) {
      return Plain.first(line, name);
    }
    return line.contains(name) ? line : name + "/" + line;
  }

  private static boolean takenBack(Keys keys) {
    var status = String.valueOf(keys.text("pubstatus")).toLowerCase(Locale.ROOT);
    return status.equals("withheld") || status.startsWith("cancel") || status.equals("embargoed");
  }

  private static boolean isPicture(Keys keys) {
    var type = keys.text("type");
    return "picture".equalsIgnoreCase(type) || "graphic".equalsIgnoreCase(type);
  }
}
