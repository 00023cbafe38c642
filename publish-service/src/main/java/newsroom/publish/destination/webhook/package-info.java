/// The destination `webhook`: each story as one signed POST, as Standard Webhooks 1.0.0 says it.
/// [SignedPost] posts anything else in the same way.
@NamedInterface("webhook")
@NullMarked
package newsroom.publish.destination.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
