/// NITF 2 to 3.6, with or without namespace and DOCTYPE. Its text is read by
/// [newsroom.ingest.format.nitf.NitfText] wherever it stands: other formats carry NITF in their
/// items.
@NullMarked
package newsroom.ingest.format.nitf;

import org.jspecify.annotations.NullMarked;
