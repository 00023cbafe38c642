package newsroom.ingest.format;

import java.util.List;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.wire.Wire;

/// Reads wires of one format.
public interface Format {

  /// As it stands in the event's provenance: `newsml-g2`, `nitf`, `ninjs`, `rss`, `atom`, …
  String name();

  /// Whether these bytes are of this format, told from their beginning; never from a file's name.
  boolean recognises(Opening opening);

  /// Whether its wires are JSON.
  default boolean isJson() {
    return false;
  }

  /// The stories of the wire; none only where it is a well-made feed that has no entries now.
  ///
  /// @param agency what is known of the wire's agency
  /// @throws Unreadable when there is none to be had, with a sentence that says what is wrong and
  ///     where
  List<Reading> read(Wire wire, Agency agency) throws Unreadable;

  /// One story of a wire: read, or not. One bad story does not stop the others.
  sealed interface Reading {

    record Read(Copy copy) implements Reading {}

    /// Not read.
    ///
    /// @param reason a sentence that names the story and what is wrong with it
    record Failed(String reason) implements Reading {}
  }
}
