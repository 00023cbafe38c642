package newsroom.publish.destination.wordpress.api;

import java.time.Instant;
import newsroom.publish.destination.cms.Setback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the site answered to a request that it understood.
///
/// @param date the site's clock, where it said it
public record Reply(int status, JsonNode body, @Nullable Instant date) {

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /// WordPress's own word for what is wrong, as `rest_post_invalid_id`; empty where it has none.
  public String code() {
    return body.path("code").asString("");
  }

  /// Whether there is no such thing at the site.
  public boolean missing() {
    return status == 404 || status == 410;
  }

  /// What the site says is wrong, short enough for the ledger.
  public String complaint() {
    var message = body.path("message").asString("").replaceAll("<[^>]*>|\\s+", " ").strip();
    var cut = message.length() > 200 ? message.substring(0, 200) + "…" : message;
    return "the site answered " + status + (cut.isEmpty() ? "" : " (" + code() + "): " + cut);
  }

  /// The answer, where it is the one that was asked for.
  public Reply orRefused() throws Setback {
    if (!ok()) {
      throw Setback.refused(complaint());
    }
    return this;
  }
}
