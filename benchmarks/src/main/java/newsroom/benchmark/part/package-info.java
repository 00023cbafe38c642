/// What every part of the race has: options from the command line, and figures at the end.
@NullMarked
package newsroom.benchmark.part;

import org.jspecify.annotations.NullMarked;
