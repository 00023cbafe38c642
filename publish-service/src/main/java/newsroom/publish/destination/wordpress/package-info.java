/// The destination `wordpress`: each story as one post of a WordPress site, through its REST API.
/// What the site answers is in the room `api`; what an editor changed there is never written over.
@NullMarked
package newsroom.publish.destination.wordpress;

import org.jspecify.annotations.NullMarked;
