/// Wires from AP's Media API, or one like it: pages of JSON, each naming the next. Each item is
/// filed as a wire of its own, in the envelope that an item has when it is asked for alone, with
/// its NITF text put in. The next page is noted only after the desk has all of this one.
@NullMarked
package newsroom.ingest.channel.ap;

import org.jspecify.annotations.NullMarked;
