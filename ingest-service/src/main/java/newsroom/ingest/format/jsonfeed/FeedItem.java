package newsroom.ingest.format.jsonfeed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Picture.Rendition;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Guids;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Reads one item of a feed.
final class FeedItem {

  private final Keys keys;
  private final FeedKeys feed;
  private final ZoneId zone;
  private final @Nullable String url;

  FeedItem(Keys keys, FeedKeys feed, ZoneId zone) {
    this.keys = keys;
    this.feed = feed;
    this.zone = zone;
    this.url = Addresses.web(keys.text("url"), feed.base());
  }

  Copy copy(Origin origin, Instant received) throws Unreadable {
    var pictures = new Pictures();
    var lead = lead(pictures);
    var body = body(pictures);
    var rights = new Copy.Rights(feed.title(), null, null, null);
    return new Assembled(
            origin,
            guid(),
            lifecycle(received),
            Copy.Handling.NONE,
            new Copy.Subjects(null, tags(), List.of(), List.of(), List.of(), List.of()),
            rights,
            new Assembled.Content(headlines(), pictures.all(), lead, body))
        .copy();
  }

  /// The id, which programs write as a number, too; else the address, else what the item says.
  private String guid() {
    var id = keys.text("id");
    var own = id == null || feed.ambiguous().contains(id) ? null : id;
    var guid = Plain.first(own, url, Addresses.web(keys.text("externalurl"), feed.base()), id);
    return guid == null
        ? Guids.of(keys.text("title"), keys.text("contenthtml", "contenttext", "summary"))
        : guid;
  }

  private Copy.Lifecycle lifecycle(Instant received) {
    var published = keys.date(zone, "datepublished");
    var modified = keys.date(zone, "datemodified");
    var created = modified == null ? published : modified;
    var changed = published != null && modified != null && modified.isAfter(published);
    return new Copy.Lifecycle(
        1,
        created == null ? received : created,
        created == null,
        published,
        Status.USABLE,
        changed ? Change.UPDATE : Change.NEW,
        null,
        null,
        null,
        null,
        null);
  }

  private Copy.Headlines headlines() {
    var authors = FeedKeys.authors(keys);
    return new Copy.Headlines(
        Objects.requireNonNullElse(Plain.ofMarkup(keys.raw("title")), ""),
        Plain.ofMarkup(keys.raw("summary")),
        null,
        authors == null ? FeedKeys.authors(feed.keys()) : authors,
        null,
        null,
        Plain.first(keys.text("language"), feed.language()));
  }

  private List<Concept> tags() {
    return keys.strings("tags").stream().map(tag -> new Concept(null, tag, null)).toList();
  }

  private List<Block> body(Pictures pictures) {
    var html = keys.raw("contenthtml");
    var base = url == null ? feed.base() : url;
    var blocks = html == null ? List.<Block>of() : Blocks.ofHtml(html, base, pictures);
    var plain = keys.raw("contenttext");
    return blocks.isEmpty() && plain != null ? Blocks.ofText(plain) : blocks;
  }

  /// The id of the item's picture: `image`, else `banner_image`, else the first attached one.
  private @Nullable String lead(Pictures pictures) {
    var alone =
        Stream.of("image", "bannerimage")
            .map(key -> add(keys.text(key), null, null, pictures))
            .toList();
    var attached =
        keys.objects("attachments").stream()
            .map(Keys.Named::keys)
            .filter(file -> String.valueOf(file.text("mimetype")).startsWith("image/"))
            .map(file -> add(file.text("url"), file.text("mimetype"), file.text("title"), pictures))
            .toList();
    return Stream.concat(alone.stream(), attached.stream())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String add(
      @Nullable String address,
      @Nullable String type,
      @Nullable String caption,
      Pictures pictures) {
    return address == null
        ? null
        : pictures.add(
            caption,
            null,
            null,
            List.of(new Rendition("original", address, type, null, null)),
            feed.base());
  }
}
