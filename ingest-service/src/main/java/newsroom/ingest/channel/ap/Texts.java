package newsroom.ingest.channel.ap;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.web.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts the text of an item, which is kept apart as NITF, into the item.
final class Texts {

  private static final Logger log = LoggerFactory.getLogger(Texts.class);

  private static final int TRIES = 3;

  private final ApSettings.Feed feed;
  private final ApServer server;
  private final Map<URI, Integer> tries = new HashMap<>();

  Texts(ApSettings.Feed feed, ApServer server) {
    this.feed = feed;
    this.server = server;
  }

  /// Puts it in at `renditions.nitf.content`. What is there already, and what has no text, stays as
  /// it is.
  ///
  /// @return false where the text is to be had later: the item is to be brought then, at most three
  ///     times; then it goes on without
  boolean inline(ObjectNode envelope) {
    if (!(envelope.at("/data/item/renditions/nitf") instanceof ObjectNode nitf)
        || nitf.has("content")
        || !nitf.path("href").isString()) {
      return true;
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

  private boolean inline(ObjectNode nitf, URI href) {
    try {
      var reply = server.get(href, "text/xml, */*");
      if (reply.status() == 200) {
        nitf.put("content", text(reply.body()));
        tries.remove(href);
        return true;
      }
      return mayComeYet(reply)
          ? again(href, "answered " + reply.status())
          : without(href, "answered " + reply.status());
    } catch (IOException e) {
      return again(href, String.valueOf(e.getMessage()));
    }
  }

  private static boolean mayComeYet(Reply reply) {
    return reply.status() >= 500 || reply.status() == 429 || reply.status() == 408;
  }

  private boolean again(URI href, String reason) {
    if (tries.merge(href, 1, Integer::sum) < TRIES) {
      log.atDebug().addKeyValue("agency", feed.agency()).log("text not had yet: {}", reason);
      return false;
    }
    return without(href, reason);
  }

  private boolean without(URI href, String reason) {
    tries.remove(href);
    log.atWarn()
        .addKeyValue("agency", feed.agency())
        .addKeyValue("address", Addresses.shown(href))
        .addKeyValue("reason", reason)
        .log("text of an item cannot be had, the item goes on without it");
    return true;
  }

  private static String text(ByteBuffer body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(body.duplicate()).toString();
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1.decode(body.duplicate()).toString();
    }
  }
}
