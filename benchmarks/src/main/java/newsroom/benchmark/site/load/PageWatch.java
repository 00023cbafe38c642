package newsroom.benchmark.site.load;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import newsroom.benchmark.copy.Mark;

/// Sees each page of a site when its file is there.
///
/// The kernel tells of each story's new folder, which costs the newsroom nothing; from then until
/// the page is in it, a few tenths of a millisecond later, this looks again and again.
final class PageWatch implements AutoCloseable {

  private static final String PAGE = "index.html";
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final Path root;
  private final Door door;
  private final WatchService news;
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Set<Path> announced = new HashSet<>();
  private final Map<Path, Mark> awaited = new ConcurrentHashMap<>();
  private final Thread looker;
  private volatile boolean open = true;

  PageWatch(Path root, Door door) throws IOException {
    this.root = Files.createDirectories(root);
    this.door = door;
    this.news = root.getFileSystem().newWatchService();
    watch(root);
    Thread.ofPlatform().name("pages of " + door.name()).daemon().start(this::listen);
    this.looker = Thread.ofPlatform().name("pages in " + root).daemon().start(this::look);
  }

  @Override
  public void close() throws IOException {
    open = false;
    news.close();
    LockSupport.unpark(looker);
  }

  private void listen() {
    try {
      while (open) {
        var key = news.take();
        var folder = watched.get(key);
        if (folder != null) {
          key.pollEvents().forEach(event -> heard(folder, event));
        }
        key.reset();
      }
    } catch (ClosedWatchServiceException | InterruptedException closing) {
      // nothing more to hear
    }
  }

  private void heard(Path folder, WatchEvent<?> event) {
    if (event.kind().equals(OVERFLOW)) {
      watch(root);
    } else if (event.context() instanceof Path name) {
      entry(folder.resolve(name));
    }
  }

  /// A story's own folder has a mark in its name; every other may come to hold one that has.
  private void entry(Path path) {
    var mark = Mark.in(path.getFileName().toString());
    if (mark.isEmpty()) {
      watch(path);
    } else if (announced.add(path)) {
      awaited.put(path.resolve(PAGE), mark.get());
      LockSupport.unpark(looker);
    }
  }

  private void watch(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      watched.put(folder.register(news, ENTRY_CREATE), folder);
      // what was made before the watch began
      try (var entries = Files.list(folder)) {
        entries.forEach(this::entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch " + folder, e);
    }
  }

  private void look() {
    while (open) {
      awaited.forEach(this::readable);
      if (awaited.isEmpty()) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, LOOK_NANOS);
      }
    }
  }

  private void readable(Path page, Mark mark) {
    if (Files.exists(page)) {
      door.out(mark, System.nanoTime());
      awaited.remove(page);
    }
  }
}
