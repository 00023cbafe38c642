package newsroom.publish.rendition.ninjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.story.Picture;

/// A story's picture as an associated item.
final class Pictures {

  private Pictures() {}

  static Map<String, Object> association(String story, String name, Picture picture) {
    var item = new Fields();
    item.put("name", name);
    item.put("uri", story + "#" + URLEncoder.encode(picture.id(), UTF_8));
    item.put("type", "picture");
    List<Map<String, Object>> descriptions = new ArrayList<>();
    descriptions.addAll(Ninjs.text("caption", picture.caption()));
    descriptions.addAll(Ninjs.text("alt", picture.altText()));
    item.put("descriptions", descriptions);
    item.put("by", picture.credit());
    item.put("renditions", picture.renditions().stream().flatMap(Pictures::rendition).toList());
    return item.map();
  }

  private static Stream<Map<String, Object>> rendition(Picture.Rendition size) {
    String href = WebAddress.of(size.href());
    if (href == null) {
      return Stream.empty();
    }
    var item = new Fields();
    item.put("name", size.name());
    item.put("href", href);
    item.put("contentType", size.mimeType());
    item.put("width", size.width());
    item.put("height", size.height());
    return Stream.of(item.map());
  }
}
