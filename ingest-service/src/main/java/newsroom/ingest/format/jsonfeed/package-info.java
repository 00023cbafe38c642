/// JSON Feed 1 and 1.1. Each item is a story; as in other feeds its mark is when it was last
/// changed, because a feed has no version.
@NullMarked
package newsroom.ingest.format.jsonfeed;

import org.jspecify.annotations.NullMarked;
