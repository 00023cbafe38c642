package newsroom.ingest.channel.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// How wires are taken over HTTP.
///
/// @param maxSize the largest wire
/// @param inFlight how much may be in memory at once, over all senders; at least one largest wire
@ConfigurationProperties("newsroom.ingest.http")
record HttpSettings(DataSize maxSize, DataSize inFlight) {}
