/// The load of fan-out: puts enriched stories into publish and takes what leaves it, and has a bare
/// client post the same.
@NullMarked
package newsroom.benchmark.fanout.load;

import org.jspecify.annotations.NullMarked;
