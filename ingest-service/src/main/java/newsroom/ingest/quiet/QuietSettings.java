package newsroom.ingest.quiet;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long agencies may be quiet.
///
/// @param quiet by the agency's name
@ConfigurationProperties("newsroom.ingest")
record QuietSettings(@DefaultValue Map<String, Duration> quiet) {}
