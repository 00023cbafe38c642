/// Fictional news copy for the load: drafted events and ninjs wires, the same ones in every run.
@NullMarked
package newsroom.benchmark.copy;

import org.jspecify.annotations.NullMarked;
