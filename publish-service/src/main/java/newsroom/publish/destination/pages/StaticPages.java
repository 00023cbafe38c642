package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.Masthead;

/// Writes the story's own page while the ledger waits; what lists it follows in the background.
final class StaticPages implements Destination {

  static final String GONE = ".gone";
  private static final String PAGE = "index.html";
  private static final String NINJS = "story.json";
  // below this many, handing work to other threads costs more than it saves
  private static final int FEW = 4;

  private final Folder folder;
  private final Masthead masthead;
  private final Renditions renditions;
  private final Listings listings;
  private final Background background;

  StaticPages(
      Folder folder,
      Masthead masthead,
      Renditions renditions,
      Listings listings,
      Background background) {
    this.folder = folder;
    this.masthead = masthead;
    this.renditions = renditions;
    this.listings = listings;
    this.background = background;
  }

  @Override
  public List<Transmission> carry(List<Dispatch> dispatches) {
    if (dispatches.isEmpty()) {
      return List.of();
    }
    // the common pool has as many threads as there are cores to draw with
    var stream = dispatches.size() <= FEW ? dispatches.stream() : dispatches.parallelStream();
    List<Transmission> outcomes = stream.map(this::carry).toList();
    background.wake();
    return outcomes;
  }

  private Transmission carry(Dispatch dispatch) {
    var address =
        switch (dispatch) {
          case Dispatch.Show show -> show.page().address();
          case Dispatch.TakeDown down -> down.address();
        };
    Path story = folder.of(address);
    if (story == null) {
      return new Transmission.Refused(
          "The address %s is no place for a story of %s: change the site's address or its rules for paths."
              .formatted(address, masthead.address()));
    }
    try {
      switch (dispatch) {
        case Dispatch.Show show -> show(show, story);
        case Dispatch.TakeDown down -> takeDown(down, story);
      }
    } catch (IOException e) {
      return new Transmission.Deferred(sentence(e), null);
    } catch (RuntimeException e) {
      // one story that cannot be drawn must not keep back those that travel with it
      return new Transmission.Deferred("This story cannot be drawn: " + e, null);
    }
    listings.expect(dispatch);
    return new Transmission.Accepted(dispatch instanceof Dispatch.Show ? address : null, null);
  }

  /// The page last but for the mark: who finds the page finds all of it.
  private void show(Dispatch.Show show, Path story) throws IOException {
    listings.assets();
    if (show.first()) {
      Files.createDirectories(story);
    }
    byte[] ninjs = renditions.ninjs().render(show.page(), masthead).getBytes(UTF_8);
    folder.write(story.resolve(NINJS), ninjs);
    folder.write(story.resolve(PAGE), renditions.html().story(show.page(), masthead));
    Files.deleteIfExists(story.resolve(GONE));
  }

  /// The text first: from then on nobody reads it, whether or not the server knows the mark yet.
  private void takeDown(Dispatch.TakeDown down, Path story) throws IOException {
    listings.assets();
    folder.write(story.resolve(PAGE), renditions.html().gone(masthead, down.killed()));
    Files.deleteIfExists(story.resolve(NINJS));
    folder.write(story.resolve(GONE), new byte[0]);
  }

  private String sentence(IOException e) {
    String reason =
        e instanceof FileSystemException file && file.getReason() != null
            ? file.getFile() + ": " + file.getReason()
            : e.getClass().getSimpleName() + ": " + e.getMessage();
    return "The folder of %s cannot be written (%s); give it room and rights."
        .formatted(masthead.name(), reason);
  }

  @Override
  public int batch() {
    return 32;
  }

  @Override
  public boolean calls() {
    return false;
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void close() {
    background.close();
  }
}
