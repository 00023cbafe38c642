package newsroom.ingest.channel.ap;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.Outcome;
import newsroom.ingest.channel.Source;
import newsroom.ingest.channel.web.Reply;
import newsroom.ingest.channel.web.RetryAfter;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Follows one feed, page by page.
final class ApPoll implements Source {

  private static final Logger log = LoggerFactory.getLogger(ApPoll.class);

  private static final String CHANNEL = "ap-media";
  private static final int PAGES_AT_ONCE = 20;

  /// What each poll needs that all feeds have in common.
  record Tools(Bookmarks cursors, JsonMapper json, Desk desk, Clock clock) {}

  private final ApSettings.Feed feed;
  private final ApServer server;
  private final Texts texts;
  private final Tools tools;

  /// Items of a page that could not be finished, so that they are not brought a second time.
  private final Set<String> brought = new HashSet<>();

  ApPoll(ApSettings.Feed feed, ApServer server, Tools tools) {
    this.feed = feed;
    this.server = server;
    this.texts = new Texts(feed, server);
    this.tools = tools;
  }

  @Override
  public Label label() {
    return new Label(CHANNEL, feed.agency(), Addresses.shown(feed.address()));
  }

  @Override
  public Duration every() {
    return feed.every();
  }

  @Override
  public Outcome poll() throws IOException, DeskClosed {
    var at = start();
    var wires = 0;
    for (int page = 0; page < PAGES_AT_ONCE; page++) {
      var reply = server.get(at, "application/json");
      if (reply.status() == 429 || reply.status() == 503) {
        return new Outcome.Later(RetryAfter.of(reply, tools.clock().instant()));
      }
      var got = page(reply);
      wires += bring(got);
      var next = next(got, at);
      keep(next);
      if (got.items().isEmpty() || next.equals(at)) {
        return new Outcome.Brought(wires, feed.every());
      }
      at = next;
    }
    return new Outcome.Brought(wires, Duration.ofMillis(1));
  }

  private URI start() {
    return tools
        .cursors()
        .find(feed.agency(), feed.address(), Cursor.class)
        .filter(kept -> feed.address().equals(kept.address()) && server.isOurs(kept.nextPage()))
        .map(Cursor::nextPage)
        .orElse(feed.address());
  }

  private Page page(Reply reply) throws IOException {
    return switch (reply.status()) {
      case 200 -> Page.read(reply, tools.json());
      case 401, 403 ->
          throw new IOException("answered " + reply.status() + ": the key of this feed is wrong");
      case 400, 404, 410 -> throw unknown(reply);
      default -> throw new IOException("answered " + reply.status());
    };
  }

  /// What is brought a second time then is known by its identity.
  private IOException unknown(Reply reply) throws IOException {
    if (reply.at().equals(feed.address())) {
      return new IOException("answered " + reply.status());
    }
    keep(feed.address());
    return new IOException(
        "no longer knows the page that it named last; all is asked for from its beginning");
  }

  /// The page is done when this returns. What waits for no text is brought first: a kill does not
  /// stand behind the texts of others.
  private int bring(Page page) throws IOException, DeskClosed {
    var waiting = new ArrayList<ObjectNode>();
    var wires = 0;
    for (var item : page.items()) {
      var before = wire(item).sha256();
      if (Texts.isWanted(item)) {
        waiting.add(item);
      } else if (!brought.contains(before)) {
        take(item, before);
        wires++;
      }
    }
    return wires + bringWithTexts(waiting);
  }

  private int bringWithTexts(List<ObjectNode> items) throws IOException, DeskClosed {
    var late = 0;
    var wires = 0;
    var asked = Texts.Asked.DONE;
    for (var item : items) {
      var before = wire(item).sha256();
      if (brought.contains(before)) {
        continue;
      }
      asked = asked == Texts.Asked.NO_ANSWER ? asked : texts.inline(item);
      if (asked == Texts.Asked.DONE) {
        take(item, before);
        wires++;
      } else {
        late++;
      }
    }
    if (late > 0) {
      throw new IOException("does not answer with the text of " + late + " items of this page yet");
    }
    brought.clear();
    return wires;
  }

  private void take(ObjectNode item, String before) throws DeskClosed {
    tools.desk().take(wire(item));
    brought.add(before);
  }

  private Wire wire(ObjectNode item) {
    var id = item.at("/data/item/altids/itemid");
    var name = id.isString() ? id.stringValue() : Addresses.shown(feed.address());
    var bytes = tools.json().writeValueAsBytes(item);
    return new Wire(feed.agency(), CHANNEL, name, "UTF-8", bytes, tools.clock().instant());
  }

  private URI next(Page page, URI at) throws IOException {
    var next = page.next();
    if (next == null) {
      return at;
    }
    if (!server.isOurs(next)) {
      throw new IOException(
          "names a next page on another server, " + Addresses.shown(next) + ", which is not asked");
    }
    return next;
  }

  private void keep(URI next) throws IOException {
    var cursor = new Cursor(feed.address(), next);
    if (!start().equals(next)) {
      tools.cursors().keep(feed.agency(), feed.address(), cursor);
      log.atDebug().addKeyValue("agency", feed.agency()).log("page done");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
