/// Where a story was written, told from its dateline where the wire does not say it by itself. A
/// city whose country is known by its name alone is a word in `cities.txt`.
@NullMarked
package newsroom.enrichment.enricher.place;

import org.jspecify.annotations.NullMarked;
