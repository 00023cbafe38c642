package newsroom.enrichment.story;

import org.jspecify.annotations.Nullable;

/// A subject or a place.
///
/// @param code QCode or address, as `medtop:20000002`; null where there is a name only
/// @param scheme what kind of code it is, in the wire's own words
public record Concept(@Nullable String code, String name, @Nullable String scheme) {}
