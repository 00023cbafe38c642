/// The child processes of a run: JVMs with their logs, the broker, free ports.
@NullMarked
package newsroom.benchmark.process;

import org.jspecify.annotations.NullMarked;
