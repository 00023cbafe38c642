/// Throws mutated bytes at each format and holds what comes out against what every copy promises.
@NullMarked
package newsroom.ingest.format.fuzz;

import org.jspecify.annotations.NullMarked;
