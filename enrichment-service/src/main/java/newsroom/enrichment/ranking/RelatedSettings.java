package newsroom.enrichment.ranking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How choosy related links are.
///
/// @param enabled false: stories pass without links, and the morgue is not asked
/// @param cut least that a link must have in common with the story, by words, 0 to 1; no link is
///     better than a weak one
/// @param duplicate from this share on of what the story itself would score, it is the same story
///     once more
@ConfigurationProperties("newsroom.enrichment.related")
public record RelatedSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("0.25") double cut,
    @DefaultValue("0.90") double duplicate) {}
