package newsroom.publish.destination.ghost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsroom.publish.destination.cms.Setback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the site answered to a request that it understood.
///
/// @param date the site's clock, where it said it
record Reply(int status, JsonNode body, @Nullable Instant date) {

  boolean ok() {
    return status >= 200 && status < 300;
  }

  /// Whether there is no such thing at the site.
  boolean missing() {
    return status == 404 || status == 410;
  }

  /// Whether somebody else saved the post since we looked.
  boolean collides() {
    return status == 409;
  }

  /// What the site says is wrong, short enough for the ledger.
  String complaint() {
    var error = body.path("errors").path(0);
    var words = error.path("message").asString("") + " " + error.path("context").asString("");
    var plain = words.replaceAll("<[^>]*>|\\s+", " ").strip();
    var cut = plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    return "the site answered "
        + status
        + (cut.isEmpty() ? "" : " (" + error.path("type").asString("") + "): " + cut);
  }

  /// The answer, where it is the one that was asked for.
  Reply orRefused() throws Setback {
    if (collides()) {
      throw Setback.deferred("somebody saved the post at the site this moment: looked at anew");
    }
    if (!ok()) {
      throw Setback.refused(complaint());
    }
    return this;
  }

  /// The posts in it.
  ///
  /// @throws Setback where it is no list: that is not an empty one
  List<GhostPost> posts() throws Setback {
    var list = orRefused().body().path("posts");
    if (!list.isArray()) {
      throw Setback.deferred("the site did not answer with a list of posts");
    }
    var posts = new ArrayList<GhostPost>();
    list.forEach(json -> posts.add(GhostPost.from(json)));
    return posts;
  }

  GhostPost post() throws Setback {
    var posts = posts();
    if (posts.size() != 1) {
      throw Setback.deferred("the site did not answer with the post that was asked for");
    }
    return posts.getFirst();
  }
}
