/// JSON of AP's Media API: the answer to a call with one item or several, or an item alone. Its
/// text is no part of an item but an NITF document of its own: whoever brings the wire puts that
/// document as a string under `renditions.nitf.content` of the item; without it a story has no
/// body.
@NullMarked
package newsroom.ingest.format.apmedia;

import org.jspecify.annotations.NullMarked;
