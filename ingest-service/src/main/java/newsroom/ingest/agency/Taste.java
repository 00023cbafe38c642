package newsroom.ingest.agency;

import newsroom.ingest.copy.Copy;

/// What the copy taster says of a story.
public sealed interface Taste {

  /// It goes on.
  ///
  /// @param copy as the agency means it
  record Kept(Copy copy) implements Taste {}

  /// It is not for readers.
  ///
  /// @param reason a sentence that names the story and says by what it is known
  record SetAside(String reason) implements Taste {}
}
