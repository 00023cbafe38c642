package newsroom.ingest.format.json;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Picture.Rendition;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import org.jspecify.annotations.Nullable;

/// The sizes of a picture, under `renditions`.
public final class Renditions {

  private static final Pattern PICTURE =
      Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?");

  private Renditions() {}

  /// Those that are pictures, or may be.
  ///
  /// @param certain whether a rendition has to say by type or name that it is a picture
  public static List<Rendition> of(Keys keys, boolean certain) {
    return keys.objects("renditions").stream()
        .map(named -> rendition(named.name(), named.keys(), certain))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Rendition rendition(@Nullable String key, Keys keys, boolean certain) {
    var address = keys.text("href", "url");
    var type = keys.text("contenttype", "mimetype");
    if (address == null || !(type == null ? named(address, certain) : isImage(type))) {
      return null;
    }
    var name = Plain.first(key, keys.text("name", "role", "usage"));
    return new Rendition(
        name == null ? "original" : name,
        address,
        type,
        Numbers.pixels(keys.text("width")),
        Numbers.pixels(keys.text("height")));
  }

  private static boolean named(String address, boolean certain) {
    return !certain || PICTURE.matcher(address).matches();
  }

  private static boolean isImage(String type) {
    return type.toLowerCase(Locale.ROOT).startsWith("image/");
  }
}
