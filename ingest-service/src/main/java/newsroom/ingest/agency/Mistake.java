package newsroom.ingest.agency;

/// A mistake in a file of agencies, in one sentence that names the file, the agency and the key.
final class Mistake extends IllegalArgumentException {

  Mistake(String sentence) {
    super(sentence);
  }
}
