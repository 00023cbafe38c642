/// ANPA 1312, with or without its control characters, one message or several in a wire.
@NullMarked
package newsroom.ingest.format.anpa1312;

import org.jspecify.annotations.NullMarked;
