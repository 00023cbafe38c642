package newsroom.enrichment.broker;

/// Kafka did not answer, or not with what was asked for.
public final class Unreachable extends RuntimeException {

  public Unreachable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
