/// Sites and their rules, as data: who they are, what they take, where it is brought.
@NullMarked
package newsroom.publish.site;

import org.jspecify.annotations.NullMarked;
