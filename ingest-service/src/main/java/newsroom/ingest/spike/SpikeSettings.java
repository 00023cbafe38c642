package newsroom.ingest.spike;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// Where the spike is and how much it keeps.
///
/// @param keep how long a wire lies there
/// @param maxTotal how much may lie there in all; the oldest go first
@ConfigurationProperties("newsroom.ingest.spike")
record SpikeSettings(Path folder, Duration keep, DataSize maxTotal) {}
