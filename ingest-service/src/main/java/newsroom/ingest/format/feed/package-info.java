/// RSS 0.9 to 2.0 and Atom. Each entry is a story; its mark is when it was last updated, because a
/// feed has no version.
@NullMarked
package newsroom.ingest.format.feed;

import org.jspecify.annotations.NullMarked;
