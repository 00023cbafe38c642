package newsroom.ingest.copy;

import org.jspecify.annotations.Nullable;

/// A subject, place, person or organisation.
///
/// @param code QCode or URI, as `medtop:20000002`; null where the wire has a name only
/// @param scheme what kind of concept, in the wire's own words
public record Concept(@Nullable String code, String name, @Nullable String scheme) {}
