/// How fast wires are read, beside the library that anybody would take for the bytes alone.
@NullMarked
package newsroom.benchmark.format;

import org.jspecify.annotations.NullMarked;
