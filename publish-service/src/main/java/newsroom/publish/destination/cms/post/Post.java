package newsroom.publish.destination.cms.post;

import java.net.URI;
import newsroom.publish.rendition.WebAddress;
import org.jspecify.annotations.Nullable;

/// A post as its site says it is now, as far as that is the same at every site.
public interface Post {

  /// What the site calls it.
  String number();

  Article article();

  /// Whether readers see it, or would if the site's clock were right.
  boolean shown();

  /// Whether it lies where no reader gets, and may come back from.
  boolean hidden();

  /// Its address at the site; null where the site has none yet.
  @Nullable String link();

  /// The words of its text as they were noted with the post itself; empty where nothing was.
  default String noted() {
    return "";
  }

  /// Where readers reach it.
  default @Nullable URI readers() {
    var link = link();
    var web = link == null ? null : WebAddress.of(link);
    return web == null ? null : URI.create(web);
  }
}
