/// What is added to a story on its way: each [Enricher] bean is asked once per version, within a
/// time budget, and none can hold a story up. A new one is a package beside `related` with one
/// class that implements [Enricher].
@NullMarked
package newsroom.enrichment.enricher;

import org.jspecify.annotations.NullMarked;
