package newsroom.local.console;

import java.util.Locale;

/// One step of a story, for a person to read.
///
/// @param verb what happened, as `drafted`
/// @param uri the story's
/// @param text its headline, and what of it
public record Line(Verb verb, String uri, String text) {

  /// What may happen, each in a colour of its own where the terminal has any.
  public enum Verb {
    DRAFTED(90),
    ENRICHED(36),
    LIVE(32),
    UPDATED(32),
    CORRECTED(33),
    HELD(33),
    KILLED(31),
    WITHDRAWN(31),
    REFUSED(90),
    PARKED(31),
    SPIKED(31);

    private final int colour;

    Verb(int colour) {
      this.colour = colour;
    }
  }

  private static final int VERB_WIDTH = 9;

  @Override
  public String toString() {
    return padded() + "  " + text;
  }

  /// With the escape sequences of a terminal.
  public String coloured() {
    return "\u001b[" + verb.colour + "m" + padded() + "\u001b[0m  " + text;
  }

  private String padded() {
    var word = verb.name().toLowerCase(Locale.ROOT);
    return word + " ".repeat(Math.max(0, VERB_WIDTH - word.length()));
  }
}
