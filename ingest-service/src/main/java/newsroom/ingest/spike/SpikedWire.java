package newsroom.ingest.spike;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a wire on the spike, as in its `reason.json`.
///
/// @param name what its channel called it
/// @param charset the charset that its channel declared
/// @param part which story of the wire, counted from 0; `many`; empty when it is the whole wire
/// @param format what the wire was taken for; null when it is of no format we know
/// @param spiked when it was put here
/// @param reason a sentence that an editor can act on
/// @param bytes its size
/// @param enclosed addresses of the pictures that came with it; null where none did
record SpikedWire(
    String id,
    String agency,
    String channel,
    @Nullable String name,
    @Nullable String charset,
    Instant received,
    String part,
    @Nullable String format,
    Instant spiked,
    String reason,
    String sha256,
    long bytes,
    @Nullable Map<String, String> enclosed) {

  boolean saysTheSameAs(SpikedWire other) {
    return reason.equals(other.reason);
  }
}
