package newsroom.ingest.format.apmedia;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Status;
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

/// Reads one item. It is the same story as long as its `altids.itemid` is the same.
///
/// Only an item whose signals have `newscontent` is for readers; the others (daybooks, advisories)
/// are for editors alone. One that takes an earlier version back is read whatever its signals are.
final class ApItem {

  private static final String FOR_READERS = "newscontent";

  private final Keys keys;
  private final Origin origin;
  private final Instant received;
  private final Agency agency;
  private final Embargo embargo;

  ApItem(Keys keys, Origin origin, Instant received, Agency agency) {
    this.keys = keys;
    this.origin = origin;
    this.received = received;
    this.agency = agency;
    this.embargo = Embargo.of(keys.text("pubstatus"), keys.stated("embargoed"), agency);
  }

  Copy copy(StoryText story) throws Unreadable {
    var guid = guid();
    if (guid == null) {
      throw new Unreadable("an item of AP's has no altids.itemid");
    }
    refuseOthers(guid);
    var pictures = new Pictures();
    try {
      var told = told(story, pictures);
      var lead = new ApPictures(keys, pictures).read();
      return new Assembled(
              origin,
              guid,
              lifecycle(),
              new Copy.Handling(type(), null, signals(), List.of()),
              new ApSubjects(keys).read(),
              rights(),
              new Assembled.Content(headlines(told), pictures.all(), lead, told.body()))
          .copy();
    } catch (Unreadable e) {
      throw new Unreadable("'" + guid + "': " + e.getMessage(), e);
    }
  }

  /// What takes a story back needs no text, and such an item often has none that can be read.
  private StoryText.Told told(StoryText story, Pictures pictures) throws Unreadable {
    try {
      return story.read(keys, pictures);
    } catch (Unreadable e) {
      if (embargo.status() == Status.USABLE) {
        throw e;
      }
      return StoryText.Told.NOTHING;
    }
  }

  private @Nullable String guid() {
    var ids = keys.object("altids");
    var id = ids == null ? null : ids.text("itemid");
    var uri = keys.text("uri");
    if (id != null || uri == null) {
      return id;
    }
    // the address of the item ends in its id, and in parameters of the call that brought it
    var end = uri.indexOf('?');
    var address = end < 0 ? uri : uri.substring(0, end);
    return Plain.text(address.substring(address.lastIndexOf('/') + 1));
  }

  private void refuseOthers(String guid) throws Unreadable {
    var signals = keys.strings("signals");
    var takesBack =
        embargo.status() == Status.CANCELED || "withheld".equalsIgnoreCase(keys.text("pubstatus"));
    if (signals.stream().noneMatch(FOR_READERS::equalsIgnoreCase) && !takesBack) {
      throw new Unreadable(
          "'%s' (%s) is not news content: %s"
              .formatted(
                  guid,
                  Objects.requireNonNullElse(keys.text("headline", "title"), "no headline"),
                  signals.isEmpty()
                      ? "it has no signals"
                      : "its signals are " + String.join(", ", signals)));
    }
  }

  private Copy.Headlines headlines(StoryText.Told told) {
    return new Copy.Headlines(
        Objects.requireNonNullElse(Plain.ofMarkup(keys.text("headline", "title")), ""),
        summary(),
        keys.text("slugline"),
        Plain.first(byline(), told.byline(), photographer()),
        Plain.first(told.dateline(), keys.text("located")),
        keys.text("profile"),
        keys.text("language"));
  }

  /// The longer headline, which is a sentence, before the summary, which is the text's beginning.
  private @Nullable String summary() {
    var headline = keys.text("headline");
    return Stream.of("headlineextended", "descriptioncaption", "descriptionsummary")
        .map(key -> Plain.ofMarkup(keys.raw(key)))
        .filter(text -> text != null && !text.equals(headline))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String byline() {
    var bylines =
        keys.objects("bylines").stream()
            .map(byline -> byline.keys().text("by", "name", "byline"))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return bylines.isEmpty() ? keys.text("byline") : bylines;
  }

  private @Nullable String photographer() {
    var photographer = keys.object("photographer");
    return photographer == null ? keys.text("photographer") : photographer.text("name");
  }

  private @Nullable String type() {
    var type = keys.text("type");
    return type == null ? null : type.toLowerCase(Locale.ROOT);
  }

  /// What the item is for, and what its editors did to it, as `Lead` or `Correction`.
  private List<String> signals() {
    var signals = new LinkedHashSet<>(keys.strings("signals"));
    signals.addAll(keys.strings("editorialtypes"));
    return List.copyOf(signals);
  }

  private Copy.Lifecycle lifecycle() {
    var created = keys.date(agency.zone(), "versioncreated", "firstcreated");
    return new Copy.Lifecycle(
        Numbers.version(keys.text("version")),
        created == null ? received : created,
        created == null,
        keys.date(agency.zone(), "firstcreated"),
        embargo.status(),
        Changes.of(embargo.status(), signals(), false),
        embargo.until(),
        keys.date(agency.zone(), "expires"),
        Numbers.urgency(keys.text("urgency")),
        null,
        keys.text("ednote"));
  }

  private Copy.Rights rights() {
    var source = keys.objects("infosource").stream().findFirst();
    var terms = new ArrayList<>(keys.strings("usageterms"));
    terms.addAll(keys.strings("rightsline"));
    return new Copy.Rights(
        Plain.first(
            keys.text("creditline", "descriptioncreditline"),
            source.map(info -> info.keys().text("name")).orElse(null),
            keys.text("provider")),
        keys.text("copyrightholder"),
        keys.text("copyrightnotice"),
        terms.isEmpty() ? null : String.join(" ", terms));
  }
}
