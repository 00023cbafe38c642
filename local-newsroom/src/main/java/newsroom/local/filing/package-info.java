/// Brings wires to a running newsroom, as an agency would: over HTTP.
@NullMarked
package newsroom.local.filing;

import org.jspecify.annotations.NullMarked;
