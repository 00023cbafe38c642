package newsroom.enrichment.broker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How drafts are read.
///
/// @param patience so long the first story waits for what should be ready before; then the service
///     works with what it has
@ConfigurationProperties("newsroom.enrichment.drafted")
record DraftedSettings(@DefaultValue("30s") Duration patience) {}
