/// IPTC 7901, the text transmission format of the old wires: control characters, short lines, one
/// number per message.
@NamedInterface("iptc7901")
@NullMarked
package newsroom.publish.rendition.iptc7901;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
