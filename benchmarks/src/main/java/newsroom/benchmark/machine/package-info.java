/// What the processes cost, read from `/proc`: CPU time by process, and what other programs took
/// meanwhile.
@NullMarked
package newsroom.benchmark.machine;

import org.jspecify.annotations.NullMarked;
