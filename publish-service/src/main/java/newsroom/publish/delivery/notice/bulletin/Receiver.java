package newsroom.publish.delivery.notice.bulletin;

import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.mail.Memos;
import newsroom.publish.destination.webhook.SignedPost;

/// Somewhere that operators look.
interface Receiver extends AutoCloseable {

  String name();

  /// Sends it, within the deadline of its way.
  Transmission send(Bulletin bulletin);

  @Override
  void close();

  /// A machine of theirs.
  record Hook(SignedPost post) implements Receiver {
    @Override
    public String name() {
      return "webhook";
    }

    @Override
    public Transmission send(Bulletin bulletin) {
      return post.send(bulletin.id(), bulletin.json());
    }

    @Override
    public void close() {
      post.close();
    }
  }

  /// Their mailboxes.
  record Mailbox(Memos memos) implements Receiver {
    @Override
    public String name() {
      return "mail";
    }

    @Override
    public Transmission send(Bulletin bulletin) {
      return memos.send(bulletin.id(), bulletin.subject(), bulletin.text());
    }

    @Override
    public void close() {
      memos.close();
    }
  }
}
