package newsroom.publish.destination.webhook;

import java.time.Instant;
import java.util.function.Function;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.rendition.Page;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// The body of a post.
final class Envelope {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final @Nullable Function<Page, String> article;
  private final String site;

  /// An envelope.
  ///
  /// @param article writes a page as JSON; null where the body says only what happened to which
  ///     story
  Envelope(@Nullable Function<Page, String> article, String site) {
    this.article = article;
    this.site = site;
  }

  String of(Dispatch dispatch) {
    return switch (dispatch) {
      case Dispatch.Show show -> show(show);
      case Dispatch.TakeDown down -> takeDown(down);
    };
  }

  private String show(Dispatch.Show show) {
    var page = show.page();
    var posted = show.told().posted();
    var updated = show.told().updated();
    var data = data(show, page.address().toString());
    data.put("section", page.section().path());
    data.put("posted", posted.toString());
    if (updated != null) {
      data.put("updated", updated.toString());
    }
    if (article != null) {
      data.putRawValue("article", new RawValue(article.apply(page)));
    }
    var type = show.first() ? "article.published" : "article.updated";
    return body(type, updated == null ? posted : updated, data);
  }

  private String takeDown(Dispatch.TakeDown down) {
    var type = down.killed() ? "article.killed" : "article.withdrawn";
    return body(type, down.at(), data(down, down.address().toString()));
  }

  private ObjectNode data(Dispatch dispatch, String url) {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("uri", dispatch.uri());
    data.put("version", dispatch.mark().version());
    data.put("versionCreated", dispatch.mark().created().toString());
    data.put("revision", dispatch.mark().revision());
    data.put("site", site);
    data.put("url", url);
    return data;
  }

  private static String body(String type, Instant at, ObjectNode data) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("type", type);
    body.put("timestamp", at.toString());
    body.set("data", data);
    return JSON.writeValueAsString(body);
  }
}
