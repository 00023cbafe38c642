/// Forms that a story is given for readers and machines, apart from how they travel. Each form is
/// one room below this one; this room holds what they all draw: a [Page] and the [Masthead] of its
/// site.
@NullMarked
package newsroom.publish.rendition;

import org.jspecify.annotations.NullMarked;
