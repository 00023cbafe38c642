package newsroom.ingest.format.ninjs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Embargo;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.Changes;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Reads one item. Its date is the first of: versionCreated, contentCreated, firstCreated, the
/// wire's arrival.
final class NinjsItem {

  private static final Set<String> TYPES =
      Set.of(
          "text",
          "picture",
          "graphic",
          "audio",
          "video",
          "composite",
          "component",
          "event",
          "planning");

  private final Keys keys;
  private final Origin origin;
  private final Instant received;
  private final Agency agency;
  private final Wording wording;
  private final Chain chain;

  NinjsItem(Keys keys, Origin origin, Instant received, Agency agency) {
    this.keys = keys;
    this.origin = origin;
    this.received = received;
    this.agency = agency;
    this.wording = new Wording(keys);
    this.chain = new Chain(keys);
  }

  Copy copy() throws Unreadable {
    try {
      return assembled().copy();
    } catch (Unreadable e) {
      throw new Unreadable(e.getMessage() + new Violations(keys).sentence(), e);
    }
  }

  private Assembled assembled() throws Unreadable {
    var guid = chain.guid();
    if (guid == null) {
      throw new Unreadable("a ninjs item has no uri");
    }
    var pictures = new Pictures();
    var lead = new Attachments(keys, wording.summary(), pictures).read();
    var body = wording.body(pictures);
    return new Assembled(
        origin,
        guid,
        lifecycle(),
        new Copy.Handling(type(), null, signals(), chain.replaces()),
        new Concepts(keys).read(),
        rights(),
        new Assembled.Content(headlines(), pictures.all(), lead, body));
  }

  private Copy.Headlines headlines() {
    var genre = keys.objects("genres", "genre").stream().findFirst();
    return new Copy.Headlines(
        Objects.requireNonNullElse(wording.headline(), ""),
        wording.summary(),
        keys.text("slugline", "slug"),
        new Bylines(keys).byline(),
        dateline(),
        genre.map(Keys.Named::keys).map(g -> g.text("name", "literal", "code")).orElse(null),
        keys.text("language"));
  }

  private @Nullable String dateline() {
    var held = keys.object("dateline");
    return held == null ? keys.text("dateline") : held.text("text", "located", "name");
  }

  private @Nullable String type() {
    var type = keys.text("type");
    var known = type == null ? null : type.toLowerCase(Locale.ROOT);
    return known != null && TYPES.contains(known) ? known : null;
  }

  /// The agency's signals; a type of its own, as `advisory`, is one.
  private List<String> signals() {
    var signals = new ArrayList<>(keys.strings("signals", "signal"));
    for (var signal : keys.objects("signals", "signal")) {
      var code = signal.keys().text("uri", "qcode", "code", "literal", "name");
      if (code != null) {
        signals.add(code);
      }
    }
    var type = keys.text("type");
    if (type != null && type() == null) {
      signals.add(type);
    }
    return List.copyOf(signals);
  }

  private Copy.Lifecycle lifecycle() {
    var embargo =
        Embargo.of(
            keys.text("pubstatus"), keys.stated("embargoeduntil", "embargoed", "embargo"), agency);
    var created = keys.date(agency.zone(), "versioncreated", "contentcreated", "firstcreated");
    return new Copy.Lifecycle(
        Numbers.version(keys.text("version")),
        created == null ? received : created,
        created == null,
        keys.date(agency.zone(), "firstcreated", "firstversion", "firstpublished"),
        embargo.status(),
        Changes.of(embargo.status(), signals(), !chain.replaces().isEmpty()),
        embargo.until(),
        keys.date(agency.zone(), "expires"),
        Numbers.urgency(keys.text("urgency")),
        null,
        keys.text("ednote"));
  }

  private Copy.Rights rights() {
    var source = keys.objects("infosources", "infosource").stream().findFirst();
    var credit = keys.text("creditline", "credit", "source");
    var expressed = keys.object("rightsinfo");
    var usage = keys.text("usageterms", "usage");
    return new Copy.Rights(
        credit == null ? source.map(info -> info.keys().text("name")).orElse(null) : credit,
        keys.text("copyrightholder"),
        keys.text("copyrightnotice"),
        usage == null && expressed != null ? expressed.text("linkedrights") : usage);
  }
}
