/// How to talk to a WordPress site: requests within a deadline, and what its answers mean. It knows
/// posts, terms and media, and nothing of stories.
@NullMarked
package newsroom.publish.destination.wordpress.api;

import org.jspecify.annotations.NullMarked;
