package newsroom.ingest.channel.dropfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The folder of one agency: brings its files to the desk, a few at a time.
final class AgencyFolder {

  private static final Logger log = LoggerFactory.getLogger(AgencyFolder.class);

  private static final String CHANNEL = "drop-folder";
  private static final int SIDE_BY_SIDE = 8;
  private static final Duration TROUBLE = Duration.ofSeconds(30);
  private static final Duration STILL_WRITTEN = Duration.ofSeconds(5);
  private static final Duration TIDY = Duration.ofHours(1);

  private final String agency;
  private final Trays trays;
  private final DropFolderSettings settings;
  private final Desk desk;
  private final Clock clock;
  private final Settling settling;
  private final Patience patience = new Patience();
  private final Map<Path, Instant> later = new ConcurrentHashMap<>();
  private final ReentrantLock sweeping = new ReentrantLock();
  private Instant tidied = Instant.MIN;
  private Instant received = Instant.EPOCH;

  AgencyFolder(Path folder, DropFolderSettings settings, Desk desk, Clock clock) {
    this.agency = folder.getFileName().toString();
    this.trays = new Trays(folder);
    this.settings = settings;
    this.desk = desk;
    this.clock = clock;
    this.settling = new Settling(settings.settle());
  }

  /// Looks once. A look that finds the one before still at work leaves it alone.
  void sweep() {
    if (!sweeping.tryLock()) {
      return;
    }
    try {
      var now = clock.instant();
      if (!patience.waits(now)) {
        pickUp(now);
        bring(now);
        tidy(now);
      }
    } catch (NoSuchFileException e) {
      log.debug("the folder of {} went away", agency);
    } catch (IOException | RuntimeException e) {
      trouble(trays.folder(), e);
    } finally {
      sweeping.unlock();
    }
  }

  private void pickUp(Instant now) throws IOException {
    for (var file : settling.wholeFiles(trays.folder(), now)) {
      try {
        if (isDue(file, now)) {
          received = later(now);
          trays.pickUp(file, received);
        }
      } catch (IOException e) {
        trouble(file, e);
      }
    }
  }

  /// No two files were received at one moment: of two versions that name no date, the one that was
  /// written later counts.
  private Instant later(Instant now) {
    var next = received.plusMillis(1);
    return now.isAfter(next) ? now.truncatedTo(ChronoUnit.MILLIS) : next;
  }

  private void bring(Instant now) throws IOException {
    var room = new Semaphore(SIDE_BY_SIDE);
    try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var file : trays.taking()) {
        if (isDue(file, now)) {
          room.acquire();
          carriers.execute(
              () -> {
                try {
                  bring(file);
                } finally {
                  room.release();
                }
              });
        }
      }
    } catch (InterruptedException e) {
      // stopping; what is in .taking/ is taken again at the next start
      Thread.currentThread().interrupt();
    }
  }

  private void bring(Path file) {
    if (patience.waits(clock.instant()) || Thread.currentThread().isInterrupted()) {
      return;
    }
    try {
      take(file);
      patience.open();
    } catch (DeskClosed e) {
      patience.closed(clock.instant());
      log.atDebug().addKeyValue("agency", agency).log("desk closed: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      trouble(file, e);
    }
  }

  private void take(Path file) throws IOException, DeskClosed {
    var is = Files.readAttributes(file, BasicFileAttributes.class);
    if (is.size() > settings.maxSize().toBytes()) {
      refuse(file);
      return;
    }
    var receipt = desk.take(wire(file, is));
    var after = Files.readAttributes(file, BasicFileAttributes.class);
    if (is.size() != after.size() || !is.lastModifiedTime().equals(after.lastModifiedTime())) {
      // its sender had only paused: what comes then is another wire
      later.put(file, clock.instant().plus(STILL_WRITTEN));
    } else if (receipt.stories().isEmpty() && !receipt.spiked().isEmpty()) {
      later.remove(file);
      trays.spiked(file, receipt.spiked().stream().map(Receipt.Spiked::reason).toList());
    } else {
      later.remove(file);
      trays.done(file);
    }
  }

  private Wire wire(Path file, BasicFileAttributes is) throws IOException {
    return new Wire(
        agency,
        CHANNEL,
        file.getFileName().toString(),
        null,
        Files.readAllBytes(file),
        is.lastModifiedTime().toInstant());
  }

  private void refuse(Path file) throws IOException {
    var reason = "A wire may have " + settings.maxSize().toBytes() + " bytes; this file has more.";
    log.atWarn()
        .addKeyValue("agency", agency)
        .addKeyValue("name", file.getFileName())
        .log("file too large, moved to spiked/ unread");
    trays.spiked(file, List.of(reason));
  }

  private boolean isDue(Path file, Instant now) {
    return !later.getOrDefault(file, Instant.MIN).isAfter(now);
  }

  /// Said once for each file; the others go on.
  private void trouble(Path file, Exception e) {
    var first = later.put(file, clock.instant().plus(TROUBLE)) == null;
    log.atLevel(first ? Level.WARN : Level.DEBUG)
        .addKeyValue("agency", agency)
        .addKeyValue("name", file.getFileName())
        .addKeyValue("reason", e.toString())
        .log("file cannot be taken, tried again");
  }

  private void tidy(Instant now) throws IOException {
    if (tidied.isBefore(now.minus(TIDY))) {
      tidied = now;
      later.keySet().removeIf(Files::notExists);
      trays.clearDone(now.minus(settings.keepDone()));
    }
  }
}
