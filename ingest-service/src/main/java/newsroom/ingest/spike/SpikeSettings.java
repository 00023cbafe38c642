package newsroom.ingest.spike;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the spike is.
@ConfigurationProperties("newsroom.ingest.spike")
record SpikeSettings(Path folder) {}
