package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an OpenSearch said.
///
/// @param path of the request
/// @param body missing where it was no JSON
/// @param said the beginning of it as it came
record Reply(String path, int status, JsonNode body, String said) {

  private static final int NOT_FOUND = 404;

  static Reply of(String path, int status, String text, JsonMapper json) {
    var said = text.substring(0, Math.min(300, text.length()));
    try {
      var body = text.isEmpty() ? json.createObjectNode() : json.readTree(text);
      return new Reply(path, status, body, said);
    } catch (JacksonException _) {
      // whatever stands between may speak HTML
      return new Reply(path, status, json.missingNode(), said);
    }
  }

  /// The answer, if all of OpenSearch gave it: one without a shard's share looks like a smaller
  /// archive.
  JsonNode whole() throws IOException {
    if (status >= 300 || body.isMissingNode()) {
      throw refusal();
    }
    if (body.path("_shards").path("failed").asInt(0) > 0) {
      throw new IOException("a part of OpenSearch does not answer to " + path + ": " + said);
    }
    if (body.path("timed_out").asBoolean(false)) {
      throw new IOException("OpenSearch had no time for a whole answer to " + path);
    }
    return body;
  }

  /// The answer; empty where the reply has this status.
  Optional<JsonNode> unless(int refused) throws IOException {
    return status == refused ? Optional.empty() : Optional.of(whole());
  }

  /// The document asked for; empty where the index is there and it is not.
  Optional<JsonNode> document() throws IOException {
    return status == NOT_FOUND && body.has("found") ? Optional.empty() : Optional.of(whole());
  }

  private IOException refusal() {
    return new IOException("OpenSearch says " + status + " to " + path + ": " + said);
  }
}
