/// Work that goes on in the background for as long as the service does, each on a thread of its
/// own, and whether it still does. A new one is a [Loop] from [Loops#of].
@NullMarked
package newsroom.publish.watch;

import org.jspecify.annotations.NullMarked;
