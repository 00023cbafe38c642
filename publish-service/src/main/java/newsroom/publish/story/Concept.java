package newsroom.publish.story;

import org.jspecify.annotations.Nullable;

/// A subject, place, person or organisation.
///
/// @param code QCode or URI, as `medtop:20000002`; null where the wire has a name only
public record Concept(@Nullable String code, String name, @Nullable String scheme) {

  /// Whether its name says something to a reader, and is no bare code that nobody had a name for.
  public boolean legible() {
    return !name.equals(code) && name.codePoints().anyMatch(Character::isLetter);
  }
}
