package newsroom.publish.destination.pages;

import java.io.IOException;
import java.time.Duration;
import newsroom.publish.destination.pages.lists.Lists;
import newsroom.publish.watch.Loops;

/// What follows a story's own page without anybody waiting for it: front page and feeds, lists, the
/// hub.
final class Background implements AutoCloseable {

  private final Lists lists;
  private final Hub hub;
  private final Flusher listings;
  private final Flusher listing;

  Background(String name, Listings listings, Lists lists, Hub hub, Loops loops) {
    this.lists = lists;
    this.hub = hub;
    this.listings = new Flusher(name, "listings", listings::write, loops);
    this.listing = new Flusher(name, "lists", this::turn, loops);
  }

  private Duration turn() throws IOException {
    var turn = lists.turn();
    if (turn.gone() > 0) {
      // feeds that can say so say what went
      listings.wake();
    }
    return turn.next();
  }

  void wake() {
    lists.wake();
    listings.wake();
    listing.wake();
  }

  @Override
  public void close() {
    listing.close();
    listings.close();
    hub.close();
  }
}
