package newsroom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import newsroom.local.broker.LocalBroker;
import newsroom.local.database.LocalDatabase;
import newsroom.local.receiver.PartnerReceiver;
import newsroom.local.site.SiteServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A whole newsroom in this process. Opening it on a folder goes on where the last one on that
/// folder stopped, however it stopped.
public final class LocalNewsroom implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalNewsroom.class);

  /// As many as the services ask for where nobody says otherwise.
  private static final int PARTITIONS = 6;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Settings settings;
  private final Folders folders;
  private final Addresses addresses;

  private LocalNewsroom(Settings settings) {
    this.settings = settings;
    this.folders = new Folders(settings.data());
    this.addresses = new Addresses(settings.ports());
  }

  /// Runs a newsroom until it is told to stop; see [Session].
  public static void main(String[] arguments) {
    System.exit(Session.run(arguments));
  }

  /// Opens a newsroom and returns when each of its doors does.
  ///
  /// @throws PortTaken when another program listens on one of its ports
  public static LocalNewsroom open(Settings settings) throws IOException, InterruptedException {
    var newsroom = new LocalNewsroom(settings);
    try {
      newsroom.start();
      return newsroom;
    } catch (IOException | InterruptedException | RuntimeException e) {
      newsroom.close();
      throw e;
    }
  }

  private void start() throws IOException, InterruptedException {
    open.push(FolderLock.of(folders.data()));
    // what a killed newsroom left running still holds its port
    LocalDatabase.stopPredecessor(folders.database());
    settings.ports().requireFree();
    ServiceLog.settle();
    Files.createDirectories(folders.wires());
    var secret = SitesFile.write(folders);
    startStores();
    Topics.declare(addresses.brokers(), PARTITIONS);
    startReaders(secret);
    open.push(Services.start(new ServiceArguments(settings, folders, addresses, secret)));
    open.push(Running.note(folders, addresses));
  }

  /// Kafka and PostgreSQL at once: neither needs the other and both take their time.
  private void startStores() throws IOException, InterruptedException {
    var ports = settings.ports();
    var starting =
        Background.start(
            "database", () -> LocalDatabase.start(folders.database(), ports.of(Port.DATABASE)));
    try {
      open.push(
          LocalBroker.start(folders.broker(), ports.of(Port.KAFKA), ports.of(Port.CONTROLLER)));
    } finally {
      open.push(starting.get());
    }
  }

  private void startReaders(String secret) throws IOException {
    var ports = settings.ports();
    open.push(SiteServer.start(folders.site("national"), ports.of(Port.NATIONAL)));
    open.push(SiteServer.start(folders.site("harbor"), ports.of(Port.HARBOR)));
    var received = folders.partner().resolve("received.jsonl");
    open.push(PartnerReceiver.start(received, ports.of(Port.PARTNER), secret, Clock.systemUTC()));
    if (settings.pictures() != null) {
      open.push(SiteServer.start(settings.pictures(), ports.of(Port.PICTURES)));
    }
  }

  /// Where it is to be found.
  public Addresses addresses() {
    return addresses;
  }

  /// Where it keeps what it keeps.
  public Folders folders() {
    return folders;
  }

  /// Closes the services first, then what they need. What is under way is finished by the next
  /// newsroom on this folder.
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        log.atWarn().setCause(e).log("a part of the newsroom did not close");
      }
    }
  }
}
