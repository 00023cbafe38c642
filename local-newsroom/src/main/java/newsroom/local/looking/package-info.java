/// Looks before anything is filed: `newsroom read` prints what the desk would make of files, with
/// no newsroom open. [ReadWires] is the command.
@NullMarked
package newsroom.local.looking;

import org.jspecify.annotations.NullMarked;
