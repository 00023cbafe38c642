package newsroom.ingest.channel.pull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Outcome;
import newsroom.ingest.channel.Source;
import newsroom.ingest.channel.pull.Remote.FileRefused;
import newsroom.ingest.channel.pull.Remote.RemoteFile;
import newsroom.ingest.channel.pull.Server.After;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Takes the files of one folder on a server. A file is taken, then written down as taken, then
/// moved or deleted: wherever that breaks off, it goes on from there and takes no file twice.
public final class Pull implements Source {

  private static final Logger log = LoggerFactory.getLogger(Pull.class);

  private static final int AT_ONCE = 500;
  private static final Duration TROUBLE = Duration.ofMinutes(5);

  /// What a pull is made for and with.
  ///
  /// @param channel as in a wire
  /// @param door leads to the folder
  public record Order(String channel, Server server, Remote.Door door) {}

  private final Order order;
  private final Server server;
  private final ChannelSettings settings;
  private final Desk desk;
  private final Clock clock;
  private final Settling settling;
  private final Ledger ledger;
  private final Map<RemoteFile, Instant> later = new HashMap<>();

  public Pull(Order order, ChannelSettings settings, Desk desk, Clock clock) {
    this.order = order;
    this.server = order.server();
    this.settings = settings;
    this.desk = desk;
    this.clock = clock;
    this.settling = new Settling(server);
    this.ledger = new Ledger(place(order.channel()));
  }

  private Path place(String channel) {
    var name = Bookmarks.fileName(server.agency(), server.address()) + ".taken";
    return settings.folder().resolve(channel).resolve(name);
  }

  @Override
  public Label label() {
    return new Label(order.channel(), server.agency(), Addresses.shown(server.address()));
  }

  @Override
  public Duration every() {
    return server.every();
  }

  @Override
  public Outcome poll() throws IOException, DeskClosed {
    try (var remote = order.door().open()) {
      var now = clock.instant();
      var listed = remote.list();
      ledger.tidy(listed, now);
      later.keySet().retainAll(listed);
      var wanted = wanted(listed, now);
      var whole = settling.whole(wanted, now);
      var taken = 0;
      for (var file : whole) {
        if (taken == AT_ONCE) {
          return new Outcome.Brought(taken, Duration.ofMillis(1));
        }
        taken += bring(remote, file) ? 1 : 0;
      }
      return new Outcome.Brought(taken, next(whole.size() < wanted.size()));
    }
  }

  private List<RemoteFile> wanted(List<RemoteFile> listed, Instant now) throws IOException {
    var wanted = new ArrayList<RemoteFile>();
    for (var file : listed) {
      var left = server.after() == After.LEAVE && ledger.has(file);
      if (!left && settling.isWanted(file, now) && isDue(file, now)) {
        wanted.add(file);
      }
    }
    return wanted;
  }

  private boolean isDue(RemoteFile file, Instant now) {
    return !later.getOrDefault(file, Instant.MIN).isAfter(now);
  }

  /// One file that is still being written need not wait for a whole round.
  private Duration next(boolean unsettled) {
    var sooner = unsettled && server.settle().compareTo(server.every()) < 0;
    return sooner ? server.settle().plusMillis(1) : server.every();
  }

  /// One bad file stops no other; a connection that breaks stops them all until the next round.
  private boolean bring(Remote remote, RemoteFile file) throws IOException, DeskClosed {
    try {
      var taking = !ledger.has(file);
      if (taking) {
        take(remote, file);
      }
      finish(remote, file);
      return taking;
    } catch (FileRefused e) {
      trouble(file, e);
      return false;
    }
  }

  private void take(Remote remote, RemoteFile file) throws IOException, DeskClosed {
    var limit = settings.maxSize().toBytes();
    if (file.size() > limit) {
      throw new FileRefused("has " + file.size() + " bytes; a wire may have " + limit);
    }
    var bytes = remote.read(file.name(), limit);
    if (bytes.length != file.size()) {
      throw new FileRefused("is listed with " + file.size() + " bytes and has " + bytes.length);
    }
    var now = clock.instant();
    // the same file, read again after a crash, is to be the same wire
    var received = file.exact() && file.modified().isBefore(now) ? file.modified() : now;
    desk.take(new Wire(server.agency(), order.channel(), file.name(), null, bytes, received));
    ledger.took(file, now);
  }

  private void finish(Remote remote, RemoteFile file) throws IOException {
    if (server.after() == After.LEAVE) {
      return;
    }
    var is = remote.look(file.name());
    if (is != null && !(is.size() == file.size() && is.modified().equals(file.modified()))) {
      // its sender had only paused: what it is now is another wire
      ledger.forget(file, clock.instant());
      return;
    }
    if (is != null) {
      put(remote, file.name());
    }
    ledger.forget(file, clock.instant());
  }

  private void put(Remote remote, String name) throws IOException {
    if (server.after() == After.DELETE) {
      remote.delete(name);
      return;
    }
    try {
      remote.move(name, server.moveTo(), name);
    } catch (FileRefused e) {
      // most likely one of this name is there
      remote.move(name, server.moveTo(), clock.instant().toEpochMilli() + "-" + name);
    }
  }

  /// Said once for each file; the others go on.
  private void trouble(RemoteFile file, FileRefused e) {
    var first = later.put(file, clock.instant().plus(TROUBLE)) == null;
    log.atLevel(first ? Level.WARN : Level.DEBUG)
        .addKeyValue("channel", order.channel())
        .addKeyValue("agency", server.agency())
        .addKeyValue("name", file.name())
        .addKeyValue("reason", e.getMessage())
        .log("file cannot be taken, tried again");
  }
}
