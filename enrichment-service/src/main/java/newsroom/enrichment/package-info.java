/// Related links: what the morgue finds for a story goes with it to `articles.enriched`. [Enrich]
/// is the walk.
@NullMarked
package newsroom.enrichment;

import org.jspecify.annotations.NullMarked;
