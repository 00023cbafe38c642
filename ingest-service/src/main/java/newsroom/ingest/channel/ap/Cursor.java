package newsroom.ingest.channel.ap;

import java.net.URI;

/// Where a feed goes on.
///
/// @param address as in the settings
/// @param nextPage what the last page named; the desk has all that came before it
record Cursor(URI address, URI nextPage) {}
