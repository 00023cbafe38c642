/// dpa's digitalwires JSON: an entry alone, a list of entries, or what its queue hands out, the
/// list as `entries`. Its categories say by their types what they are; entries of other agencies
/// that dpa delivers have the same form.
@NullMarked
package newsroom.ingest.format.dpa;

import org.jspecify.annotations.NullMarked;
