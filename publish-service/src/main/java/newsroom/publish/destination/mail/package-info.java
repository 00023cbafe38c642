/// The destination `mail`: each version of a story as one mail to a list of desks and partners.
@NullMarked
package newsroom.publish.destination.mail;

import org.jspecify.annotations.NullMarked;
