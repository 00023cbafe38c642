/// The destination `ghost`: each story as one post of a Ghost site, through its Admin API. What an
/// editor changed there is never written over.
@NullMarked
package newsroom.publish.destination.ghost;

import org.jspecify.annotations.NullMarked;
