/// Front door to front door: wires go in over HTTP and the drop folder, and what is asserted is
/// what readers and partners see. [NewsroomContract] holds the promises; each ground the newsroom
/// stands on (embedded, containers) has a class that runs them.
@NullMarked
package newsroom.system;

import org.jspecify.annotations.NullMarked;
