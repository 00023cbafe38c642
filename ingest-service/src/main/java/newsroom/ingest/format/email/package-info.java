/// E-mail: RFC 5322 and MIME, with the wires that are attached to it and the mails it forwards.
@NullMarked
package newsroom.ingest.format.email;

import org.jspecify.annotations.NullMarked;
