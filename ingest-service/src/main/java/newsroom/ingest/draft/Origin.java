package newsroom.ingest.draft;

import java.time.Instant;

/// Where copy came from, for its provenance.
///
/// @param wire SHA-256 of the wire, hex
/// @param received when the newsroom had all of the wire
public record Origin(String agency, String channel, String wire, Instant received) {}
