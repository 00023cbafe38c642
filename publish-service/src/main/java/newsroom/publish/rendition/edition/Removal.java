package newsroom.publish.rendition.edition;

import java.net.URI;
import java.time.Instant;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.story.Mark;

/// A story that is to be taken down. Nothing of its text is known here.
///
/// @param sequence the number of the file at its receiver
/// @param at when the word was given
/// @param killed true when its agency killed it; false when it is withheld and may come back
public record Removal(
    String uri,
    Mark mark,
    URI address,
    Instant at,
    boolean killed,
    Masthead masthead,
    long sequence) {

  /// When this word was made: never before the version that it takes down.
  public Instant created() {
    return at.isAfter(mark.created()) ? at : mark.created();
  }

  /// NewsML-G2 pubStatus.
  public String status() {
    return killed ? "canceled" : "withheld";
  }

  /// A version as standards have it, from 1.
  public long version() {
    return Math.max(1, mark.version());
  }
}
