/// IPTC 7901, with or without its control characters, one message or several in a wire.
@NullMarked
package newsroom.ingest.format.iptc7901;

import org.jspecify.annotations.NullMarked;
