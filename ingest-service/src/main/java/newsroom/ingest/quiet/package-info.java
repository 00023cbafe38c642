/// When each agency was last heard of, and which one is quieter than it should be. [LastWires] is
/// told of each wire.
@NullMarked
package newsroom.ingest.quiet;

import org.jspecify.annotations.NullMarked;
