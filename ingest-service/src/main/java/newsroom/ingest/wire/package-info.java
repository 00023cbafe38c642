/// A wire, unread, and the desk that takes it. Channels know this room and no other.
@NullMarked
package newsroom.ingest.wire;

import org.jspecify.annotations.NullMarked;
