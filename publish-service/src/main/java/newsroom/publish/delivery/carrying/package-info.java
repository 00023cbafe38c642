/// Carries what is due: one carrier per destination claims from the ledger, has the destination
/// carry, and writes down what became of it. [Carriers] is the door.
@NullMarked
@NamedInterface("carrying")
package newsroom.publish.delivery.carrying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
