/// A story as publish sees it: one version with its related candidates. Knows no other room.
@NullMarked
package newsroom.publish.story;

import org.jspecify.annotations.NullMarked;
