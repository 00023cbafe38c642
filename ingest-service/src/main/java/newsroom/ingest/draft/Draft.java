package newsroom.ingest.draft;

/// What became of one story of a wire.
public sealed interface Draft {

  /// Kafka has it.
  record Filed(String uri, long version, String headline) implements Draft {}

  /// It can never be drafted as it is.
  ///
  /// @param reason a sentence that names the story and what is wrong with it
  record Refused(String reason) implements Draft {}
}
