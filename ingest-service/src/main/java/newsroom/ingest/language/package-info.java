/// Tells what language a text is written in, from its letters, where nobody says it. [Languages] is
/// the way in.
@NullMarked
package newsroom.ingest.language;

import org.jspecify.annotations.NullMarked;
