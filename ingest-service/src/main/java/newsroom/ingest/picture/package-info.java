/// Pictures that came with a wire, kept by what is in them and shown at `/pictures`. [Pictures] is
/// the way in.
@NullMarked
package newsroom.ingest.picture;

import org.jspecify.annotations.NullMarked;
