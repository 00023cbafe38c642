/// Atom 1.0 (RFC 4287), the one form of a feed that has a word for what was taken down (RFC 6721).
@NamedInterface("atom")
@NullMarked
package newsroom.publish.rendition.atom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
