package newsroom.publish.destination.drop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsroom.publish.destination.drop.place.Places;
import newsroom.publish.destination.outbound.SiteSettings;

/// What a site's file says of a drop, but for the place.
///
/// @param formats names of renditions
/// @param pictures whether pictures are dropped as files before the text
/// @param pictureLimit no picture is larger, in bytes
/// @param related whether the site's related links go along
/// @param notes whether notes for editors go along
record DropSettings(
    List<String> formats,
    FileNames names,
    boolean pictures,
    int pictureLimit,
    boolean related,
    boolean notes) {

  private static final List<String> KNOWN =
      List.of("formats", "file-name", "pictures", "picture-limit", "related", "editors-notes");

  static DropSettings from(Map<String, String> settings, String site) {
    var known = Stream.concat(KNOWN.stream(), Places.KNOWN.stream()).toList();
    var read = SiteSettings.of(settings, "a drop", known);
    return new DropSettings(
        formats(settings),
        new FileNames(settings.getOrDefault("file-name", FileNames.USUAL), site),
        !read.choice("pictures", "links", "files"),
        megabytes(settings) * 1024 * 1024,
        read.flag("related"),
        read.flag("editors-notes"));
  }

  private static List<String> formats(Map<String, String> settings) {
    var formats =
        new ArrayList<>(
            Arrays.asList(settings.getOrDefault("formats", "").strip().split("[,\\s]+", -1)));
    formats.removeIf(String::isEmpty);
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("formats is missing: say which forms are to be dropped");
    }
    if (new HashSet<>(formats).size() < formats.size()) {
      throw new IllegalArgumentException("formats names one form twice");
    }
    return List.copyOf(formats);
  }

  private static int megabytes(Map<String, String> settings) {
    var text = settings.getOrDefault("picture-limit", "20");
    if (text.matches("[1-9]\\d{0,2}")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "picture-limit must be a number of megabytes from 1 to 999, not " + text);
  }
}
