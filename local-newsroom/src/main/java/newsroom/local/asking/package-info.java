/// Asks a running newsroom without filing anything: `newsroom verdict` says which sites would take
/// a story and why not. [AskSites] is the command.
@NullMarked
package newsroom.local.asking;

import org.jspecify.annotations.NullMarked;
