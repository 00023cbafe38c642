package newsroom.ingest.wire;

import java.util.List;

/// What became of a wire.
///
/// @param stories the versions that were drafted from it, in the order of the wire
/// @param spiked what of it lies on the spike
public record Receipt(List<Filed> stories, List<Spiked> spiked) {

  /// A version that Kafka has.
  public record Filed(String uri, long version, String headline) {}

  /// A wire, or a part of one, set aside.
  ///
  /// @param id where it lies, as in `GET /spike/{id}`
  /// @param reason a sentence that an editor can act on
  public record Spiked(String id, String reason) {}
}
