/// Wires as files: whatever is dropped into `{folder}/{agency}/` is taken once it is whole, and
/// moved to `done/` or `spiked/` once it is safe.
@NullMarked
package newsroom.ingest.channel.dropfolder;

import org.jspecify.annotations.NullMarked;
