package newsroom.ingest.channel.ap;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.Secret;
import newsroom.ingest.channel.web.Reply;
import newsroom.ingest.channel.web.Web;

/// Asks the server of one feed, with its key, and no other server.
final class ApServer implements AutoCloseable {

  private static final int HOPS = 3;

  private final ApSettings.Feed feed;
  private final Web web;

  ApServer(ApSettings.Feed feed, Web web) {
    this.feed = feed;
    this.web = web;
  }

  /// Whether this address may be asked: the key is for one server only.
  boolean isOurs(URI address) {
    return Addresses.oneServer(feed.address(), address);
  }

  /// Follows redirects that stay on this server.
  Reply get(URI address, String accept) throws IOException {
    var headers = Map.of("x-api-key", Secret.of(feed.key()), "Accept", accept);
    try (var trip = web.trip()) {
      var at = address;
      for (int hop = 0; hop <= HOPS; hop++) {
        if (!isOurs(at)) {
          throw new IOException("leads to " + Addresses.shown(at) + ", which is another server");
        }
        var reply = trip.get(at, headers);
        var location = reply.header("Location");
        if (reply.status() / 100 != 3 || location == null) {
          return reply;
        }
        at = at.resolve(location.strip());
      }
      throw new IOException("more than " + HOPS + " redirects");
    } catch (IllegalArgumentException e) {
      throw new IOException("redirects to what is no address", e);
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
