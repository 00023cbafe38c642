/// NITF 2 to 3.6, with or without namespace and DOCTYPE.
@NullMarked
package newsroom.ingest.format.nitf;

import org.jspecify.annotations.NullMarked;
