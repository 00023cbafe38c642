package newsroom.publish.destination.pages;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Shelf;
import newsroom.publish.destination.pages.lists.Lists;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.edition.Removal;
import newsroom.publish.story.Mark;

/// The front page and the feeds of a site, written from what the ledger says is live.
///
/// Under load the newest stories are read each time; a deep look, for quiet sections,
/// comes every quarter of a minute and whenever a story was taken down.
final class Listings {

  private static final int NEWEST = 200;
  private static final int DEEP = 1_000;
  private static final int REMOVALS = 50;
  private static final Duration DEEP_EVERY = Duration.ofSeconds(15);
  private static final Duration ANYHOW = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final int SOON_TIMES = 3;

  private final Folder folder;
  private final Masthead masthead;
  private final Renditions renditions;
  private final Shelf shelf;
  private final Clock clock;
  private final Surroundings surroundings;
  private final Awaited awaited = new Awaited();
  private final Sections sections;
  private Instant deepened = Instant.MIN;
  private int unsettled;
  private volatile boolean assetsWritten;

  Listings(
      Folder folder,
      Masthead masthead,
      Renditions renditions,
      Shelf shelf,
      Clock clock,
      Surroundings surroundings) {
    this.folder = folder;
    this.masthead = masthead;
    this.renditions = renditions;
    this.shelf = shelf;
    this.clock = clock;
    this.surroundings = surroundings;
    this.sections = new Sections(folder, masthead);
  }

  /// What else listings look to.
  record Surroundings(Lists lists, Hub hub) {}

  /// Says what was just carried.
  void expect(Dispatch dispatch) {
    awaited.add(dispatch, clock.instant());
  }

  /// What the pages draw on, written before the first of them.
  void assets() throws IOException {
    if (!assetsWritten) {
      writeAssets();
    }
  }

  private synchronized void writeAssets() throws IOException {
    if (!assetsWritten) {
      for (Map.Entry<String, byte[]> asset : renditions.html().assets(masthead).entrySet()) {
        folder.writeChanged(folder.file(asset.getKey()), asset.getValue());
      }
      assetsWritten = true;
    }
  }

  /// Writes what has changed; called by one thread at a time.
  ///
  /// @return when to come back although nothing was carried
  Duration write() throws IOException {
    Instant now = clock.instant();
    boolean deep = awaited.takeDowns() || deepened.isBefore(now.minus(DEEP_EVERY));
    List<Page> read = shelf.latest(deep ? DEEP : NEWEST);
    boolean whole = deep || read.size() < NEWEST;
    List<Page> live = read.stream().filter(page -> !awaited.hides(page)).toList();
    assets();
    write(live, whole);
    awaited.settle(read, whole, now);
    deepened = deep ? now : deepened;
    return comeBack(whole);
  }

  private void write(List<Page> live, boolean whole) throws IOException {
    var drawing = new Drawing(renditions, masthead, surroundings.hub().address(), removals());
    save(drawing.front(live));
    for (Map.Entry<Masthead.Section, List<Page>> section :
        sections.of(live, whole, awaited::hides).entrySet()) {
      save(drawing.section(section.getKey(), section.getValue()));
    }
  }

  private List<Removal> removals() {
    return surroundings.lists().gone(REMOVALS).stream()
        .map(
            gone ->
                new Removal(
                    gone.card().uri(),
                    new Mark(1, gone.at(), 0),
                    gone.card().address(),
                    gone.at(),
                    gone.killed(),
                    masthead,
                    1))
        .toList();
  }

  private void save(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (folder.writeChanged(folder.file(file.getKey()), file.getValue())) {
        surroundings.hub().changed(masthead.address(), file.getKey());
      }
    }
  }

  private Duration comeBack(boolean whole) {
    unsettled = awaited.any() ? unsettled + 1 : 0;
    if (unsettled > 0) {
      return unsettled <= SOON_TIMES ? SOON : SOON.multipliedBy(10);
    }
    return whole ? ANYHOW : DEEP_EVERY;
  }
}
