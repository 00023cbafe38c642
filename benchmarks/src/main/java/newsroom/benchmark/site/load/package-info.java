/// The load of the whole newsroom: files wires over HTTP and watches every door that their stories
/// come out of. A new kind of door is one watcher that tells a [Door].
@NullMarked
package newsroom.benchmark.site.load;

import org.jspecify.annotations.NullMarked;
