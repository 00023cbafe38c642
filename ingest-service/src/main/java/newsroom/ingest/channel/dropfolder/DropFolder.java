package newsroom.ingest.channel.dropfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at the folders of the agencies several times a second. Folders are listed, not watched:
/// watching sees nothing on network drives and forgets under load.
@Component
final class DropFolder implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DropFolder.class);

  private static final int FINISH_SECONDS = 2;

  private final DropFolderSettings settings;
  private final Desk desk;
  private final Clock clock;
  private final Map<Path, AgencyFolder> agencies = new ConcurrentHashMap<>();
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ScheduledExecutorService looking;
  private volatile @Nullable ExecutorService sweeping;

  DropFolder(DropFolderSettings settings, Desk desk, Clock clock) {
    this.settings = settings;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void start() {
    var sweepers = Executors.newVirtualThreadPerTaskExecutor();
    var ticks =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("drop-folder").factory());
    var _ =
        ticks.scheduleWithFixedDelay(
            () -> look(sweepers), 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
    sweeping = sweepers;
    looking = ticks;
  }

  @Override
  public void stop() {
    stop(looking);
    stop(sweeping);
    looking = null;
    sweeping = null;
  }

  @Override
  public boolean isRunning() {
    return looking != null;
  }

  /// What is under way may finish; what waits for Kafka is taken again at the next start.
  private static void stop(@Nullable ExecutorService executor) {
    if (executor == null) {
      return;
    }
    executor.shutdown();
    try {
      if (!executor.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void look(ExecutorService sweepers) {
    try {
      Files.createDirectories(settings.folder());
      try (var folders = Files.newDirectoryStream(settings.folder(), Files::isDirectory)) {
        for (var folder : folders) {
          look(folder, sweepers);
        }
      }
      said.remove(settings.folder().toString());
    } catch (IOException | RuntimeException e) {
      // an exception that left this method would end the looking for good
      if (said.add(settings.folder().toString())) {
        log.atWarn()
            .addKeyValue("folder", settings.folder())
            .addKeyValue("reason", e.toString())
            .log("drop folder cannot be read, tried again");
      }
    }
  }

  private void look(Path folder, ExecutorService sweepers) {
    var name = folder.getFileName().toString();
    if (Wire.isAgency(name)) {
      var agency =
          agencies.computeIfAbsent(folder, f -> new AgencyFolder(f, settings, desk, clock));
      sweepers.execute(agency::sweep);
    } else if (!name.startsWith(".") && said.add(name)) {
      log.atInfo()
          .addKeyValue("folder", folder)
          .log("not looked into: an agency's name has small letters, digits and hyphens");
    }
  }
}
