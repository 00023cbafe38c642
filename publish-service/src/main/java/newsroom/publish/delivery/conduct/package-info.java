/// How destinations behave: since when one fails, whether it is disabled, and how what it missed is
/// delivered after all. [Conduct] is the door for carriers.
@NullMarked
@NamedInterface("conduct")
package newsroom.publish.delivery.conduct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
