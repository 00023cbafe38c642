package newsroom.enrichment.embedding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether headlines are compared by meaning, too.
///
/// @param enabled false: by their words alone, and no model is loaded
/// @param budget how long a story waits for the meaning of its headline; after that its links are
///     chosen by words
/// @param threads how many headlines are read at a time
@ConfigurationProperties("newsroom.enrichment.related.embedding")
record EmbeddingSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("50ms") Duration budget,
    @DefaultValue("2") int threads) {}
