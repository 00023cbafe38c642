package newsroom.ingest.channel;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// What holds for all channels that ask for their wires, but feeds, which have settings of their
/// own.
///
/// @param folder keeps what was last seen of each source
/// @param maxSize the largest wire
/// @param timeout how long a server may take to answer
/// @param allowLoopback whether AP's address may be on this machine
@ConfigurationProperties("newsroom.ingest.channels")
public record ChannelSettings(
    Path folder, DataSize maxSize, Duration timeout, boolean allowLoopback) {}
