package newsroom.enrichment.ranking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How choosy related links are.
///
/// @param enabled false: stories pass without links, and the morgue is not asked
/// @param cut least likeness (share of what the story itself would score, 0 to 1) of a link; no
///     link is better than a weak one
/// @param duplicate from this likeness on it is the same story once more
@ConfigurationProperties("newsroom.enrichment.related")
public record RelatedSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("0.24") double cut,
    @DefaultValue("0.90") double duplicate) {}
