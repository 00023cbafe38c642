package newsroom.ingest.format.ninjs;

import java.util.Objects;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import org.jspecify.annotations.Nullable;

/// Reads the pictures of an item: its own renditions, when it is a picture, and those of its
/// associations.
final class Attachments {

  private final Keys item;
  private final @Nullable String caption;
  private final Pictures pictures;

  Attachments(Keys item, @Nullable String caption, Pictures pictures) {
    this.item = item;
    this.caption = caption;
    this.pictures = pictures;
  }

  /// The id of the picture that leads: the item's own, else the association that is called main or
  /// featured, else the first.
  @Nullable String read() {
    var lead = shows(item) ? picture(item, caption) : null;
    String first = null;
    for (var association : item.objects("associations")) {
      var keys = association.keys();
      var id =
          shows(keys)
                  && "usable".equals(Objects.requireNonNullElse(keys.text("pubstatus"), "usable"))
              ? picture(keys, described(keys))
              : null;
      first = first == null ? id : first;
      var name = String.valueOf(Plain.first(association.name(), keys.text("name")));
      lead = lead == null && name.matches("(?i)(main|feature|lead|top).*") ? id : lead;
    }
    return lead == null ? first : lead;
  }

  private @Nullable String picture(Keys keys, @Nullable String words) {
    var renditions =
        keys.objects("renditions").stream()
            .map(named -> rendition(named.name(), named.keys()))
            .filter(Objects::nonNull)
            .toList();
    var credit = keys.text("creditline", "credit", "by", "byline", "copyrightholder");
    return pictures.add(words, credit, keys.text("alttext", "alt", "bodytext"), renditions, null);
  }

  private static boolean shows(Keys keys) {
    var type = keys.text("type");
    return "picture".equals(type) || "graphic".equals(type);
  }

  private static @Nullable String described(Keys keys) {
    var described = keys.objects("descriptions").stream().findFirst();
    return described
        .map(words -> Plain.ofMarkup(words.keys().raw("value")))
        .orElseGet(
            () ->
                Plain.first(
                    keys.text("descriptiontext", "caption"),
                    Plain.ofMarkup(keys.raw("descriptionhtml")),
                    keys.text("headline")));
  }

  private static Picture.@Nullable Rendition rendition(@Nullable String key, Keys keys) {
    var address = keys.text("href");
    var type = keys.text("contenttype", "mimetype");
    if (address == null || (type != null && !type.startsWith("image/"))) {
      return null;
    }
    var name = Plain.first(key, keys.text("name"), "original");
    return new Picture.Rendition(
        name == null ? "original" : name,
        address,
        type,
        Numbers.pixels(keys.text("width")),
        Numbers.pixels(keys.text("height")));
  }
}
