package newsroom.ingest.channel.ap;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.web.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts the text of an item, which is kept apart as NITF, into the item.
final class Texts {

  private static final Logger log = LoggerFactory.getLogger(Texts.class);

  private static final int TRIES = 3;
  private static final Set<String> TAKES_BACK = Set.of("canceled", "withheld");

  private final ApSettings.Feed feed;
  private final ApServer server;
  private final Map<URI, Integer> tries = new HashMap<>();

  Texts(ApSettings.Feed feed, ApServer server) {
    this.feed = feed;
    this.server = server;
  }

  /// What came of asking for a text.
  enum Asked {
    /// The item is to be brought now, with its text or without.
    DONE,
    /// The text is to be had later, and so the item; at most three times, then it goes on without.
    LATER,
    /// As later, and there is no sense in asking for others now: nobody answered.
    NO_ANSWER
  }

  /// Whether its text is to be asked for. What takes a story back needs none.
  static boolean isWanted(ObjectNode envelope) {
    var item = envelope.at("/data/item");
    var nitf = item.at("/renditions/nitf");
    var status = item.path("pubstatus").asString("").toLowerCase(Locale.ROOT);
    return nitf.path("href").isString() && !nitf.has("content") && !TAKES_BACK.contains(status);
  }

  /// Puts the text that is wanted in at `renditions.nitf.content`.
  ///
  /// @throws IOException where asking was broken off
  Asked inline(ObjectNode envelope) throws IOException {
    if (!(envelope.at("/data/item/renditions/nitf") instanceof ObjectNode nitf)) {
      return Asked.DONE;
    }
    URI href;
    try {
      href = feed.address().resolve(nitf.get("href").stringValue().strip());
    } catch (IllegalArgumentException e) {
      return without(feed.address(), "its address is none");
    }
    if (!server.isOurs(href)) {
      return without(href, "it is on another server");
    }
    return inline(nitf, href);
  }

  private Asked inline(ObjectNode nitf, URI href) throws IOException {
    try {
      var reply = server.get(href, "text/xml, */*");
      if (reply.status() == 200) {
        nitf.put("content", text(reply.body()));
        tries.remove(href);
        return Asked.DONE;
      }
      return mayComeYet(reply)
          ? again(href, "answered " + reply.status(), Asked.LATER)
          : without(href, "answered " + reply.status());
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return again(href, String.valueOf(e.getMessage()), Asked.NO_ANSWER);
    }
  }

  private static boolean mayComeYet(Reply reply) {
    return reply.status() >= 500 || reply.status() == 429 || reply.status() == 408;
  }

  private Asked again(URI href, String reason, Asked otherwise) {
    if (tries.merge(href, 1, Integer::sum) < TRIES) {
      log.atDebug().addKeyValue("agency", feed.agency()).log("text not had yet: {}", reason);
      return otherwise;
    }
    return without(href, reason);
  }

  private Asked without(URI href, String reason) {
    tries.remove(href);
    log.atWarn()
        .addKeyValue("agency", feed.agency())
        .addKeyValue("address", Addresses.shown(href))
        .addKeyValue("reason", reason)
        .log("text of an item cannot be had, the item goes on without it");
    return Asked.DONE;
  }

  private static String text(ByteBuffer body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1.decode(body.duplicate()).toString();
    }
  }
}
