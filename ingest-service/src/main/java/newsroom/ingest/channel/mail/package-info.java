/// Wires from mailboxes, by IMAP. The whole message is the wire. [MailPoll] decides what is new by
/// the numbers that the server gives its messages, whoever else reads the mailbox, and marks, moves
/// or deletes a message only after the desk has it.
@NullMarked
package newsroom.ingest.channel.mail;

import org.jspecify.annotations.NullMarked;
