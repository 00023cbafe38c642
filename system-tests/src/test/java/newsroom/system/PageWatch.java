package newsroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import newsroom.system.Verdict.Wrong;
import org.jspecify.annotations.Nullable;

/// Reads a site's folder over and over, as readers might, and remembers what it saw: pages only
/// show what counts now.
final class PageWatch implements AutoCloseable {

  private static final Pattern MARKED = Pattern.compile("Marked story (\\d+) version (\\d+) end");
  private static final Pattern STORY_PAGE =
      Pattern.compile(".*/\\d{4}/\\d{2}/\\d{2}/[^/]+/index\\.html");

  // lies beside a page that was taken down
  private static final String GONE = ".gone";

  private final Script script;
  private final Path folder;
  private final Verdict seen = new Verdict("national");
  private final Map<Path, Instant> read = new HashMap<>();
  // of each file the stories that it shows
  private final Map<Path, Set<Integer>> shows = new HashMap<>();
  private final Map<Integer, Integer> newest = new HashMap<>();
  private final Set<Path> gone = new HashSet<>();
  private final Map<Integer, Path> pages = new HashMap<>();
  private final ScheduledExecutorService often = Executors.newSingleThreadScheduledExecutor();

  PageWatch(Script script, Path folder) {
    this.script = script;
    this.folder = folder;
  }

  void start() {
    var _ = often.scheduleWithFixedDelay(this::look, 0, 250, TimeUnit.MILLISECONDS);
  }

  /// What was wrong so far, and what is missing now.
  synchronized Verdict verdict() {
    look();
    var verdict = seen.copy();
    for (var story : script.stories()) {
      var page = pages.get(story.number());
      if (story.killed()) {
        killed(story, page, verdict);
      } else if (page == null || newest.getOrDefault(story.number(), 0) != Script.VERSIONS) {
        verdict.found(Wrong.LOST, story + " shows " + newest.get(story.number()));
      }
    }
    return verdict;
  }

  private void killed(Script.Planned story, @Nullable Path page, Verdict verdict) {
    var where = shows.entrySet().stream().filter(it -> it.getValue().contains(story.number()));
    where.forEach(it -> verdict.found(Wrong.LOST, "the kill of " + story + " at " + it.getKey()));
    if (page != null && !Files.exists(page.resolveSibling(GONE))) {
      verdict.found(Wrong.LOST, "the sign that " + story + " is gone");
    }
  }

  private synchronized void look() {
    var found = new HashSet<Path>();
    try (var files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(found::add);
    } catch (IOException | UncheckedIOException e) {
      return;
    }
    shows.keySet().retainAll(found);
    found.stream()
        .filter(file -> file.endsWith(GONE))
        .forEach(file -> gone.add(file.resolveSibling("index.html")));
    for (var file : found) {
      try {
        var written = Files.getLastModifiedTime(file).toInstant();
        if (!written.equals(read.put(file, written))) {
          look(file, written);
        }
      } catch (NoSuchFileException e) {
        shows.remove(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void look(Path file, Instant written) throws IOException {
    var marks = MARKED.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    boolean page = STORY_PAGE.matcher(file.toString()).matches();
    var here = new HashSet<Integer>();
    while (marks.find()) {
      int number = Integer.parseInt(marks.group(1));
      if (here.add(number)) {
        early(script.stories().get(number), file, written);
        if (page && here.size() == 1) {
          page(number, Integer.parseInt(marks.group(2)), file);
        }
      }
    }
    shows.put(file, here);
  }

  private void early(Script.Planned story, Path file, Instant written) {
    if (story.embargo() != null && written.isBefore(story.embargo())) {
      seen.found(Wrong.EARLY, story + " at " + file + " at " + written);
    }
  }

  private void page(int number, int version, Path file) {
    var story = script.stories().get(number);
    var before = pages.put(number, file);
    if (before != null && !before.equals(file)) {
      seen.found(Wrong.DOUBLED, story + " at " + before + " and " + file);
    }
    if (version < newest.getOrDefault(number, 0)) {
      seen.found(Wrong.BACKWARDS, story + " is back at " + version + " at " + file);
    }
    newest.merge(number, version, Math::max);
    if (gone.contains(file) && !Files.exists(file.resolveSibling(GONE))) {
      seen.found(Wrong.UNDEAD, story + " at " + file);
    }
  }

  /// How many files were looked at, for a figure that says that it looked at all.
  synchronized List<Integer> figures() {
    return List.of(read.size(), pages.size());
  }

  @Override
  public void close() {
    often.shutdownNow();
  }
}
