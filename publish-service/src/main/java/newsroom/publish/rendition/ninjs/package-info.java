/// IPTC's ninjs, in three versions: a story as JSON for other newsrooms and machines.
@NamedInterface("ninjs")
@NullMarked
package newsroom.publish.rendition.ninjs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
