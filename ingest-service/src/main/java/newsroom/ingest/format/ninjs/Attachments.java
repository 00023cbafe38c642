package newsroom.ingest.format.ninjs;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.json.Keys;
import newsroom.ingest.format.json.Renditions;
import org.jspecify.annotations.Nullable;

/// Reads the pictures of an item: its own renditions, when it is a picture, and those of its
/// associations, also of the pictures in a gallery. Associated stories are stories of their own
/// wires.
final class Attachments {

  private static final Pattern LEADING = Pattern.compile("(?i)(?:main|feature|lead|top).*");
  private static final int DEEPEST = 3;

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
    var own = isPicture(item) ? picture(item, caption, false) : null;
    var attached = attached(item, 0);
    return own == null ? attached : own;
  }

  private @Nullable String attached(Keys around, int depth) {
    String lead = null;
    String first = null;
    for (var association : around.objects("associations")) {
      var keys = association.keys();
      var id = usable(keys) ? shown(keys, depth) : null;
      first = first == null ? id : first;
      var name = String.valueOf(Plain.first(association.name(), keys.text("name", "id", "role")));
      lead = lead == null && LEADING.matcher(name).matches() ? id : lead;
    }
    return lead == null ? first : lead;
  }

  private @Nullable String shown(Keys keys, int depth) {
    if (isPicture(keys)) {
      return picture(keys, described(keys), false);
    }
    if (keys.text("type") == null) {
      return picture(keys, described(keys), true);
    }
    return "composite".equals(keys.text("type")) && depth < DEEPEST
        ? attached(keys, depth + 1)
        : null;
  }

  private @Nullable String picture(Keys keys, @Nullable String words, boolean certain) {
    var credit = keys.text("creditline", "credit", "by", "byline", "copyrightholder", "source");
    var alt = keys.text("alttext", "alt", "bodytext");
    return pictures.add(words, credit, alt, Renditions.of(keys, certain), null);
  }

  private static boolean usable(Keys keys) {
    var status = Objects.requireNonNullElse(keys.text("pubstatus"), "usable");
    return status.toLowerCase(Locale.ROOT).endsWith("usable");
  }

  private static boolean isPicture(Keys keys) {
    var type = String.valueOf(keys.text("type")).toLowerCase(Locale.ROOT);
    return type.equals("picture") || type.equals("graphic") || type.equals("image");
  }

  private static @Nullable String described(Keys keys) {
    var wording = new Wording(keys);
    return wording.summary() == null ? wording.headline() : wording.summary();
  }
}
