package newsroom.publish.destination.wordpress;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Article;
import newsroom.publish.destination.drop.PictureDesk;
import newsroom.publish.destination.wordpress.Media.Print;
import newsroom.publish.destination.wordpress.api.Api;
import newsroom.publish.destination.wordpress.api.Reply;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.html.Illustration;
import newsroom.publish.story.Story;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The site's media library: each picture is in it once, however many stories show it. A story does
/// not wait for a picture that cannot be had or that the site does not take: that one stays a link.
final class Gallery {

  private static final Logger log = LoggerFactory.getLogger(Gallery.class);
  private static final int WIDE = 1600;
  private static final int MOST = 10;

  /// A story waits no longer than this for its pictures, and for the one in hand.
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private static final ContentType TEXT = ContentType.create("text/plain", "UTF-8");

  private final String destination;
  private final Api api;
  private final Media media;
  private final Hands hands;
  private final @Nullable PictureDesk desk;

  /// A gallery.
  ///
  /// @param desk null where pictures stay links
  Gallery(String destination, Api api, Media media, Hands hands, @Nullable PictureDesk desk) {
    this.destination = destination;
    this.api = api;
    this.media = media;
    this.hands = hands;
    this.desk = desk;
  }

  /// The story's pictures that are in the library now, by their ids. One after the other, so that
  /// of a story no more than one lies in memory.
  Map<String, Print> prints(Story story, Budget budget) throws Setback {
    var prints = new LinkedHashMap<String, Print>();
    var patience = Budget.of(PATIENCE);
    for (var picture : story.pictures().stream().limit(MOST).toList()) {
      var shot = desk == null ? null : Illustration.of(picture, WIDE);
      if (shot != null) {
        // before the library is taken by this story: whoever has the picture may be slow
        var fetched = fetched(shot, patience);
        var print = print(story.uri(), shot, fetched, budget);
        if (print != null) {
          prints.put(picture.id(), print);
        }
      }
    }
    return prints;
  }

  /// Null where it is here already, or cannot be had soon.
  private PictureDesk.@Nullable Print fetched(Illustration shot, Budget patience) {
    return desk == null
            || patience.left().isZero()
            || media.from(destination, shot.src()).isPresent()
        ? null
        : desk.fetch(shot.src());
  }

  private synchronized @Nullable Print print(
      String uri, Illustration shot, PictureDesk.@Nullable Print fetched, Budget budget)
      throws Setback {
    var known = media.from(destination, shot.src());
    var print =
        known.isPresent() ? inWords(known.get(), shot, budget) : added(shot, fetched, budget);
    if (print != null) {
      // at once: should a later one fail, this one is still known as the story's
      media.use(destination, uri, List.of(print.media()));
    }
    return print;
  }

  /// Takes the story's pictures out of the library, but for those that another story has shown.
  synchronized void erase(String uri, Budget budget) throws Setback {
    for (var number : media.onlyIn(destination, uri)) {
      var reply = api.delete("media/" + number, true, budget);
      if (!reply.missing()) {
        reply.orRefused();
      }
      forget(number);
    }
    media.unused(destination, uri);
  }

  void forget(long number) {
    media.forget(destination, number);
  }

  private @Nullable Print added(Illustration shot, PictureDesk.@Nullable Print found, Budget budget)
      throws Setback {
    if (found == null) {
      return null;
    }
    var sha256 = Article.sha256(found.content().array());
    var print =
        hands.alone(
            destination,
            "picture " + sha256,
            Duration.ofMinutes(2),
            () -> brought(new Upload(sha256, found.content(), found.extension(), shot), budget));
    if (print != null) {
      media.keepSource(destination, shot.src(), sha256);
    }
    return print;
  }

  private record Upload(String sha256, ByteBuffer bytes, String extension, Illustration shot) {

    /// The same for the same bytes, so that one is found whose upload nobody heard the end of.
    String slug() {
      return "picture-" + sha256.substring(0, 24);
    }
  }

  private @Nullable Print brought(Upload upload, Budget budget) throws Setback {
    var known = media.of(destination, upload.sha256());
    if (known.isPresent()) {
      return inWords(known.get(), upload.shot(), budget);
    }
    var query = Map.of("slug", upload.slug(), "context", "edit");
    var there = api.get("media", query, budget).orRefused().body().path(0);
    if (!there.isMissingNode()) {
      return inWords(kept(upload, there), upload.shot(), budget);
    }
    var reply = uploaded(upload, budget);
    if (reply == null || !reply.ok()) {
      log.atDebug()
          .addKeyValue("picture", upload.shot().src())
          .addKeyValue("answer", reply == null ? "failed" : reply.complaint())
          .log("the site does not take the picture");
      return null;
    }
    return kept(upload, reply.body());
  }

  /// The picture as the site says it has it.
  private Print kept(Upload upload, JsonNode there) {
    var print =
        new Print(
            upload.sha256(),
            there.path("id").asLong(0),
            there.path("source_url").asString(""),
            words(
                there.path("caption").path("raw").asString(""),
                there.path("alt_text").asString("")));
    media.keep(destination, print);
    return print;
  }

  /// A site that fails over a picture, as over one too large to make small ones of, would fail over
  /// it again and again: the story goes without. One that does not answer is another matter.
  private @Nullable Reply uploaded(Upload upload, Budget budget) throws Setback {
    try {
      return api.post("media", form(upload), budget);
    } catch (Setback setback) {
      if (setback.answered()) {
        return null;
      }
      throw setback;
    }
  }

  private static HttpEntity form(Upload upload) {
    var shot = upload.shot();
    return MultipartEntityBuilder.create()
        .setMode(HttpMultipartMode.STRICT)
        .addTextBody("slug", upload.slug(), TEXT)
        .addTextBody("caption", caption(shot), TEXT)
        .addTextBody("alt_text", Legible.text(shot.alt()), TEXT)
        .addBinaryBody(
            "file",
            upload.bytes().array(),
            ContentType.APPLICATION_OCTET_STREAM,
            upload.slug() + "." + upload.extension())
        .build();
  }

  /// Caption and credit, as a correction may have changed them.
  private @Nullable Print inWords(Print print, Illustration shot, Budget budget) throws Setback {
    var words = words(caption(shot), Legible.text(shot.alt()));
    if (words.equals(print.words())) {
      return print;
    }
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("caption", caption(shot))
            .put("alt_text", Legible.text(shot.alt()));
    var reply = api.post("media/" + print.media(), body, budget);
    if (reply.missing()) {
      forget(print.media());
      return null;
    }
    var said = new Print(print.sha256(), print.media(), print.src(), words);
    media.keep(destination, said);
    return said;
  }

  private static String caption(Illustration shot) {
    var caption = shot.caption() == null ? "" : shot.caption();
    var credit = shot.credit() == null ? "" : " (" + shot.credit() + ")";
    return Blocks.text((caption + credit).strip());
  }

  private static String words(String caption, String alt) {
    return Article.sha256(caption + "\n" + alt);
  }
}
