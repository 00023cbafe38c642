package newsroom.ingest.draft;

/// Kafka has not said in time that it has every story. Some may be there: filing the same stories
/// again does no harm.
public final class NotAcknowledged extends Exception {

  NotAcknowledged(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
