package newsroom.ingest.channel.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of a mailbox, while connected.
final class OpenFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpenFolder.class);

  private final MailSettings.Mailbox box;
  private final IMAPStore store;
  private final IMAPFolder folder;

  OpenFolder(MailSettings.Mailbox box, IMAPStore store, IMAPFolder folder) {
    this.box = box;
    this.store = store;
    this.folder = folder;
  }

  boolean isOpen() {
    return folder.isOpen();
  }

  long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  long uid(Message message) throws MessagingException {
    return folder.getUID(message);
  }

  /// All above this number, in order, with their size and arrival known.
  List<IMAPMessage> above(long uid) throws MessagingException {
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
    var messages = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
    folder.fetch(messages, profile);
    var above = new ArrayList<IMAPMessage>();
    for (var message : messages) {
      // a server asked for all above its last one answers with the last one
      if (message instanceof IMAPMessage there && uid(there) > uid) {
        above.add(there);
      }
    }
    return above;
  }

  @Nullable Message find(long uid) throws MessagingException {
    return folder.getMessageByUID(uid);
  }

  /// The message as it was sent, to the last byte.
  static byte[] read(IMAPMessage message, long limit) throws MessagingException, IOException {
    message.setPeek(true);
    var bytes = new ByteArrayOutputStream(Math.max(message.getSize(), 1024));
    message.writeTo(
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
          }

          @Override
          public void write(byte[] some, int from, int count) throws IOException {
            if (bytes.size() + count > limit) {
              throw new IOException("has more than " + limit + " bytes");
            }
            bytes.write(some, from, count);
          }
        });
    return bytes.toByteArray();
  }

  /// Marks, moves or deletes it.
  void acknowledge(Message message) throws MessagingException {
    switch (box.after()) {
      case SEEN -> message.setFlag(Flags.Flag.SEEN, true);
      case DELETE -> delete(message);
      case MOVE -> move(message);
    }
  }

  private void move(Message message) throws MessagingException {
    var target = store.getFolder(box.moveTo());
    if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
      throw new MessagingException("folder " + box.moveTo() + " cannot be made");
    }
    var one = new Message[] {message};
    if (store.hasCapability("MOVE")) {
      folder.moveMessages(one, target);
    } else {
      folder.copyMessages(one, target);
      delete(message);
    }
  }

  /// Only this one: others may have marked messages that they still think about.
  private void delete(Message message) throws MessagingException {
    message.setFlag(Flags.Flag.DELETED, true);
    if (store.hasCapability("UIDPLUS")) {
      folder.expunge(new Message[] {message});
    }
  }

  @Override
  public void close() {
    leave(store);
  }

  static void leave(@Nullable IMAPStore store) {
    try {
      if (store != null) {
        store.close();
      }
    } catch (MessagingException e) {
      log.atDebug().setCause(e).log("connection did not close");
    }
  }
}
