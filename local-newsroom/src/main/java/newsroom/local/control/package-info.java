/// Asks a running newsroom where stories are, and does by hand what somebody wants done: over HTTP,
/// as any other program would.
@NullMarked
package newsroom.local.control;

import org.jspecify.annotations.NullMarked;
