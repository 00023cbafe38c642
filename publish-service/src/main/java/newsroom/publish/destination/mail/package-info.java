/// The destination `mail`: each version of a story as one mail to a list of desks and partners.
/// [Memos] are plain mails for this house itself.
@NamedInterface("mail")
@NullMarked
package newsroom.publish.destination.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
