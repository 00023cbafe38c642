/// Part (d): what the morgue costs in a large archive: asking it, building it again, opening it.
@NullMarked
package newsroom.benchmark.morgue;

import org.jspecify.annotations.NullMarked;
