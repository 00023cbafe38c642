package newsroom.ingest.format;

/// No story can be had from this wire. The message is a sentence that an editor can act on.
public final class Unreadable extends Exception {

  public Unreadable(String sentence) {
    super(sentence);
  }

  public Unreadable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
