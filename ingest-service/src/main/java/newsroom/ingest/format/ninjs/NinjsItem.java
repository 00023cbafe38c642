package newsroom.ingest.format.ninjs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Statuses;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;

/// Reads one item. Its date is the first of: versionCreated, contentCreated, firstCreated, the
/// wire's arrival.
final class NinjsItem {

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private final Keys keys;
  private final Origin origin;
  private final Instant received;

  NinjsItem(Keys keys, Origin origin, Instant received) {
    this.keys = keys;
    this.origin = origin;
    this.received = received;
  }

  /// The uri; agencies that made ninjs their own call it guid.
  String guid() {
    return Objects.requireNonNullElse(keys.text("uri", "guid", "usn"), "");
  }

  Copy copy() throws Unreadable {
    if (guid().isEmpty()) {
      throw new Unreadable("a ninjs item has no uri");
    }
    var pictures = new Pictures();
    var lead = new Attachments(keys, summary(), pictures).read();
    var body = body(pictures);
    return new Assembled(
            origin,
            guid(),
            lifecycle(),
            Copy.Handling.NONE,
            new Concepts(keys).read(),
            rights(),
            new Assembled.Content(headlines(), pictures.all(), lead, body))
        .copy();
  }

  private Copy.Headlines headlines() {
    var headline = spoken("headlines", "main", "headline", "title");
    var genre = keys.objects("genres", "genre").stream().findFirst();
    return new Copy.Headlines(
        Objects.requireNonNullElse(
            headline == null ? keys.text("headline", "title") : headline, ""),
        summary(),
        keys.text("slugline", "slug"),
        keys.text("by", "byline"),
        keys.text("dateline"),
        genre.map(Keys.Named::keys).map(g -> g.text("name", "literal")).orElse(null),
        keys.text("language"));
  }

  private @Nullable String summary() {
    var described = spoken("descriptions", "summary", "abstract", "text", "main");
    return described == null
        ? Plain.first(
            Plain.ofMarkup(keys.raw("descriptiontext")),
            Plain.ofMarkup(keys.raw("descriptionhtml")),
            Plain.ofMarkup(keys.raw("descriptionxhtml")),
            Plain.ofMarkup(keys.raw("abstract")))
        : described;
  }

  /// The value of the best role in one of the lists of ninjs 2 and 3, else the first.
  private @Nullable String spoken(String list, String... roles) {
    var entries = keys.objects(list).stream().map(Keys.Named::keys).toList();
    for (var role : roles) {
      for (var entry : entries) {
        if (role.equals(entry.text("role")) && entry.text("value") != null) {
          return Plain.ofMarkup(entry.raw("value"));
        }
      }
    }
    return entries.isEmpty() ? null : Plain.ofMarkup(entries.getFirst().raw("value"));
  }

  private Copy.Lifecycle lifecycle() {
    var embargo = keys.text("embargoeduntil", "embargoed", "embargo");
    var until = WireDate.parse(embargo);
    var first = WireDate.parse(keys.text("firstcreated"));
    var created =
        WireDate.first(
            keys.text("versioncreated"), keys.text("contentcreated"), keys.text("firstcreated"));
    var status = Statuses.of(keys.text("pubstatus"), until != null);
    // an embargo whose end cannot be read holds until the agency says otherwise
    var held = embargo != null && until == null && status == Status.USABLE;
    return new Copy.Lifecycle(
        Numbers.version(keys.text("version")),
        created == null ? received : created,
        created == null,
        first,
        held ? Status.WITHHELD : status,
        status == Status.CANCELED ? Change.KILL : Change.NEW,
        until,
        WireDate.parse(keys.text("expires")),
        Numbers.urgency(keys.text("urgency")),
        null,
        keys.text("ednote"));
  }

  private Copy.Rights rights() {
    return new Copy.Rights(
        keys.text("creditline", "credit", "source"),
        keys.text("copyrightholder"),
        keys.text("copyrightnotice"),
        keys.text("usageterms"));
  }

  /// Marked-up text before plain text: it says more.
  private List<Block> body(Pictures pictures) {
    var bodies = keys.objects("bodies", "body").stream().map(Keys.Named::keys).toList();
    for (var body : bodies) {
      if (String.valueOf(body.text("contenttype")).toLowerCase(Locale.ROOT).contains("html")) {
        return text(body.raw("value"), true, pictures);
      }
    }
    if (!bodies.isEmpty()) {
      return text(bodies.getFirst().raw("value"), false, pictures);
    }
    for (var key : List.of("bodyhtml", "bodyxhtml", "bodytext", "body")) {
      var blocks = text(keys.raw(key), key.endsWith("html"), pictures);
      if (!blocks.isEmpty()) {
        return blocks;
      }
    }
    return List.of();
  }

  private static List<Block> text(@Nullable String text, boolean marked, Pictures pictures) {
    if (text == null) {
      return List.of();
    }
    // a text without one tag is plain whatever it is called; entities may still stand in it
    return TAG.matcher(text).find()
        ? Blocks.ofHtml(text, null, pictures)
        : Blocks.ofText(marked ? Plain.unescaped(text) : text);
  }
}
