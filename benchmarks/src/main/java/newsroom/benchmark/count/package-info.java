/// Arithmetic of a run: what went missing, came twice or out of order, latencies, medians.
@NullMarked
package newsroom.benchmark.count;

import org.jspecify.annotations.NullMarked;
