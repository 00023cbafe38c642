/// A story as read, whatever the format it came in, and the text tools that every format needs:
/// charset, sanitised markup to typed blocks.
@NullMarked
package newsroom.ingest.copy;

import org.jspecify.annotations.NullMarked;
