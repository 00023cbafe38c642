package newsroom.publish.destination;

import java.net.URI;
import java.time.Instant;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Mark;
import org.jspecify.annotations.Nullable;

/// Something to be carried to one destination.
public sealed interface Dispatch {

  /// Identifies story, version and what is to be done: the same on every attempt, so that a
  /// receiver can tell a repeated one.
  String id();

  String uri();

  Mark mark();

  /// Show this version.
  ///
  /// @param first whether the destination has never shown this story before
  /// @param told what it may be told of when it was shown
  record Show(String id, Page page, boolean first, Told told) implements Dispatch {

    /// One whose page says it.
    public Show(String id, Page page, boolean first) {
      this(id, page, first, new Told(page.posted(), page.updated()));
    }

    @Override
    public String uri() {
      return page.story().uri();
    }

    @Override
    public Mark mark() {
      return page.story().mark();
    }
  }

  /// Since when a destination is to show something: the same on every attempt, unlike the page's
  /// own times, which are those of the attempt that succeeds.
  ///
  /// @param updated null for the first version
  record Told(Instant posted, @Nullable Instant updated) {}

  /// Take the story down. Nothing of its text is known here on purpose.
  ///
  /// @param address where it was shown
  /// @param at when the word to take it down was given
  /// @param killed true when the agency killed it; false when it is withheld or has expired and may
  ///     come back
  record TakeDown(String id, String uri, Mark mark, URI address, Instant at, boolean killed)
      implements Dispatch {}
}
