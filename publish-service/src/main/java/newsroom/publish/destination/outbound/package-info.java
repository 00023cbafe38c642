/// The way out of the house, the same for every kind of destination: which addresses may be gone to
/// ([Guard]), and whose certificates are believed ([Trust]); both together for HTTP ([Passage]).
@NamedInterface("outbound")
@NullMarked
package newsroom.publish.destination.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
