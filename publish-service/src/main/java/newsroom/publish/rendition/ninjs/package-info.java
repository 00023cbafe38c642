/// IPTC's ninjs 3.1: a story as JSON for other newsrooms and machines.
@NamedInterface("ninjs")
@NullMarked
package newsroom.publish.rendition.ninjs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
