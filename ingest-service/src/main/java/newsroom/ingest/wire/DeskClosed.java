package newsroom.ingest.wire;

/// The desk cannot see a wire safe now, as when Kafka does not answer. The sentence is for the
/// sender.
public final class DeskClosed extends Exception {

  public DeskClosed(String sentence) {
    super(sentence);
  }

  public DeskClosed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
