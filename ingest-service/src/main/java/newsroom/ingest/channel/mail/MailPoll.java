package newsroom.ingest.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.Outcome;
import newsroom.ingest.channel.Source;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Wire;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Takes the messages of one folder. A message is taken, then written down as taken, then marked:
/// wherever that breaks off, it goes on from there and takes no message twice.
final class MailPoll implements Source {

  private static final Logger log = LoggerFactory.getLogger(MailPoll.class);

  private static final String CHANNEL = "mail";
  private static final int AT_ONCE = 200;
  private static final int TRIES = 3;

  private final MailSettings.Mailbox box;
  private final MailDoor door;
  private final Bookmarks cursors;
  private final Desk desk;
  private final Clock clock;
  private final Map<Long, Integer> tries = new HashMap<>();
  private @Nullable Cursor cursor;
  private boolean triedAgain;
  private boolean unmarked;

  MailPoll(MailSettings.Mailbox box, MailDoor door, Bookmarks cursors, Desk desk, Clock clock) {
    this.box = box;
    this.door = door;
    this.cursors = cursors;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public Label label() {
    return new Label(
        CHANNEL,
        box.agency(),
        Addresses.shown(box.address()) + " " + box.user() + " " + box.folder());
  }

  @Override
  public Duration every() {
    return box.every();
  }

  @Override
  public Outcome poll() throws IOException, DeskClosed {
    try (var folder = door.open()) {
      var at = cursor(folder.validity());
      at = settle(folder, at);
      at = tryAgain(folder, at);
      return take(folder, at);
    } catch (MessagingException e) {
      throw new IOException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /// A folder whose numbers count no longer is read from its beginning; what is brought a second
  /// time is known by its identity.
  private Cursor cursor(long validity) {
    var known =
        cursor == null ? cursors.find(box.agency(), place(), Cursor.class).orElse(null) : cursor;
    if (known != null && known.validity() == validity) {
      return known;
    }
    if (known != null) {
      log.atInfo()
          .addKeyValue("agency", box.agency())
          .addKeyValue("source", label().address())
          .log("the server has numbered this folder anew, all of it is looked at");
    }
    return Cursor.start(validity);
  }

  /// Marks what was taken before and could not be marked then.
  private Cursor settle(OpenFolder folder, Cursor before) throws MessagingException, IOException {
    var at = before;
    for (var uid : List.copyOf(before.owed())) {
      at = settle(folder, folder.find(uid), at, uid);
    }
    if (!at.equals(before)) {
      keep(at);
    }
    return at;
  }

  /// One that cannot be marked now is marked later and holds up no other.
  private Cursor settle(OpenFolder folder, @Nullable Message message, Cursor at, long uid)
      throws MessagingException {
    try {
      if (message != null && !message.isExpunged()) {
        folder.acknowledge(message);
      }
      unmarked = false;
      return at.settled(uid);
    } catch (MessageRemovedException e) {
      return at.settled(uid);
    } catch (MessagingException e) {
      if (!folder.isOpen()) {
        throw e;
      }
      // said once, until one can be marked again
      log.atLevel(unmarked ? Level.DEBUG : Level.WARN)
          .addKeyValue("agency", box.agency())
          .addKeyValue("source", label().address())
          .addKeyValue("message", uid)
          .addKeyValue("reason", String.valueOf(e.getMessage()))
          .log("message was taken and cannot be marked, moved or deleted, tried again");
      unmarked = true;
      return at;
    }
  }

  /// What was refused before this start may be taken by it: it allows more, or reads better.
  private Cursor tryAgain(OpenFolder folder, Cursor before)
      throws MessagingException, IOException, DeskClosed {
    var at = before;
    if (!triedAgain) {
      for (var uid : List.copyOf(before.refused())) {
        if (!(folder.find(uid) instanceof IMAPMessage message) || message.isExpunged()) {
          at = at.after(uid);
        } else if (bring(message, uid)) {
          at = at.after(uid).with(uid);
          keep(at);
          at = settle(folder, message, at, uid);
        }
      }
      triedAgain = true;
      keep(at);
    }
    return at;
  }

  private Outcome take(OpenFolder folder, Cursor start)
      throws MessagingException, IOException, DeskClosed {
    var at = start;
    var wires = 0;
    var left = new ArrayList<Long>();
    var more = false;
    for (var message : folder.above(start.upTo())) {
      var uid = folder.uid(message);
      if (at.has(uid)) {
        continue;
      }
      if (wires == AT_ONCE) {
        more = true;
        left.add(uid);
      } else if (!isWanted(message)) {
        at = at.passed(uid);
      } else if (bring(message, uid)) {
        at = at.with(uid);
        keep(at);
        at = settle(folder, message, at, uid);
        wires++;
      } else if (tries.getOrDefault(uid, 0) >= TRIES) {
        at = at.without(uid);
      } else {
        left.add(uid);
      }
    }
    var done = at.above(left);
    if (!done.equals(start)) {
      keep(done);
    }
    return new Outcome.Brought(wires, more ? Duration.ofMillis(1) : box.every());
  }

  private boolean isWanted(IMAPMessage message) throws MessagingException {
    return box.notOlderThan() == null
        || !arrived(message).isBefore(clock.instant().minus(box.notOlderThan()));
  }

  /// False when it is left where it is. One bad message stops no other.
  private boolean bring(IMAPMessage message, long uid)
      throws MessagingException, IOException, DeskClosed {
    if (tries.getOrDefault(uid, 0) >= TRIES) {
      return false;
    }
    try {
      if (message.getSize() > door.largest()) {
        tries.put(uid, TRIES);
        tell(uid, "has " + message.getSize() + " bytes; a wire may have " + door.largest());
        return false;
      }
      var bytes = OpenFolder.read(message, door.largest());
      var name = label().address() + " " + uid;
      desk.take(new Wire(box.agency(), CHANNEL, name, null, bytes, arrived(message)));
      tries.remove(uid);
      return true;
    } catch (MessageRemovedException e) {
      return false;
    } catch (MessagingException | IOException e) {
      if (!message.getFolder().isOpen()) {
        throw e;
      }
      if (tries.merge(uid, 1, Integer::sum) == TRIES) {
        tell(uid, String.valueOf(e.getMessage()));
      }
      return false;
    }
  }

  /// The moment the mail server had it: the same message, read again after a crash, is the same
  /// wire.
  private Instant arrived(IMAPMessage message) throws MessagingException {
    var now = clock.instant();
    var date = message.getReceivedDate();
    return date == null || date.toInstant().isAfter(now) ? now : date.toInstant();
  }

  private void tell(long uid, String reason) {
    log.atWarn()
        .addKeyValue("agency", box.agency())
        .addKeyValue("source", label().address())
        .addKeyValue("message", uid)
        .addKeyValue("reason", reason)
        .log("message cannot be taken, left where it is until the next start");
  }

  private void keep(Cursor at) throws IOException {
    cursor = at;
    cursors.keep(box.agency(), place(), at);
  }

  /// Two folders of one mailbox have one address.
  private URI place() {
    var key = box.user() + "/" + box.folder();
    var coded = URLEncoder.encode(key, StandardCharsets.UTF_8);
    return box.address().resolve("/" + coded);
  }
}
