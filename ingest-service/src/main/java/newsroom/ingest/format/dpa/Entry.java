package newsroom.ingest.format.dpa;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Embargo;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.Changes;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Reads one entry. Its date is `version_created`; `updated`, when dpa's system last touched it,
/// stands in where there is none.
final class Entry {

  private final Keys keys;
  private final Origin origin;
  private final Instant received;
  private final Agency agency;
  private final Categories categories;
  private final EdNotes notes;

  Entry(Keys keys, Origin origin, Instant received, Agency agency) {
    this.keys = keys;
    this.origin = origin;
    this.received = received;
    this.agency = agency;
    this.categories = new Categories(keys);
    this.notes = new EdNotes(keys);
  }

  Copy copy() throws Unreadable {
    var urn = keys.text("urn");
    if (urn == null) {
      throw new Unreadable("a digitalwires entry has no urn");
    }
    var pictures = new Pictures();
    var lead = new Attachments(keys, pictures).read();
    return new Assembled(
            origin,
            urn,
            lifecycle(),
            new Copy.Handling(type(), null, signals(), List.of()),
            categories.subjects(),
            rights(),
            new Assembled.Content(
                headlines(), pictures.all(), lead, new ArticleText(keys).blocks(pictures)))
        .copy();
  }

  private Copy.Headlines headlines() {
    var dateline = keys.text("dateline");
    return new Copy.Headlines(
        Objects.requireNonNullElse(Plain.ofMarkup(keys.raw("headline")), ""),
        summary(),
        slugline(),
        keys.text("byline"),
        dateline == null ? null : Plain.text(dateline.replaceFirst("\\s*[-–—]\\s*$", "")),
        categories.genre(),
        keys.text("language"));
  }

  private @Nullable String summary() {
    return Plain.first(
        Plain.ofMarkup(keys.raw("teaser")), Plain.ofMarkup(keys.raw("subhead")), caption());
  }

  private @Nullable String caption() {
    return keys.objects("descriptions").stream()
        .map(description -> Plain.ofMarkup(description.keys().raw("description")))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// The line above the headline, or what the entry is about in a few words.
  private @Nullable String slugline() {
    var kicker = keys.text("kicker");
    var words = String.join("/", categories.words());
    return kicker == null && !words.isEmpty() ? words : kicker;
  }

  /// An entry calls itself composite; one without text is what its only association is.
  private @Nullable String type() {
    var type = keys.text("type");
    if (!"composite".equals(type)) {
      return type;
    }
    var associations = keys.objects("associations");
    if (keys.text("articlehtml") != null || associations.size() != 1) {
      return "text";
    }
    var associated = associations.getFirst().keys().text("type");
    return "image".equals(associated) ? "picture" : associated;
  }

  private List<String> signals() {
    var signals = new LinkedHashSet<>(keys.strings("signal", "signals"));
    signals.addAll(categories.codes("signal"));
    return List.copyOf(signals);
  }

  private Copy.Lifecycle lifecycle() {
    var embargo = Embargo.of(status(), keys.stated("embargoed"), agency);
    var created = keys.date(agency.zone(), "versioncreated", "updated");
    var change = Changes.of(embargo.status(), signals(), false);
    return new Copy.Lifecycle(
        Numbers.version(keys.text("version")),
        created == null ? received : created,
        created == null,
        keys.date(agency.zone(), "firstcreated"),
        embargo.status(),
        change,
        embargo.until(),
        keys.date(agency.zone(), "expires"),
        Numbers.urgency(keys.text("urgency")),
        change == Change.CORRECTION ? notes.correction() : null,
        notes.forEditors());
  }

  private @Nullable String status() {
    return Stream.concat(
            Stream.ofNullable(keys.text("pubstatus")), categories.codes("pubstatus").stream())
        .findFirst()
        .orElse(null);
  }

  private Copy.Rights rights() {
    return new Copy.Rights(
        keys.text("creditline"),
        keys.text("copyrightholder"),
        keys.text("copyrightnotice", "autopublishnotice"),
        keys.text("usageterms"));
  }
}
