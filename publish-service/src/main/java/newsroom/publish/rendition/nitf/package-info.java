/// IPTC's NITF 3.6: one document with its text in NITF's own elements.
@NamedInterface("nitf")
@NullMarked
package newsroom.publish.rendition.nitf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
