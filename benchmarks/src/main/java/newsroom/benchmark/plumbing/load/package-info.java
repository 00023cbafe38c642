/// The load of a relay: sends drafted events and takes the enriched ones.
@NullMarked
package newsroom.benchmark.plumbing.load;

import org.jspecify.annotations.NullMarked;
