package newsroom.ingest.draft;

import java.util.Map;

/// What a story would be on `articles.drafted`.
public sealed interface Proof {

  /// The fields of the schema's `Article`, in its order and by its names.
  record Printed(Map<String, Object> article) implements Proof {}

  /// It could not be drafted.
  ///
  /// @param reason a sentence that names the story and what is wrong with it
  record Refused(String reason) implements Proof {}
}
