package newsroom.ingest.format.newsmlg2;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Statuses;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.WireDate;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads one news item. A date that is missing is taken from the next of: versionCreated,
/// contentModified, firstCreated, contentCreated, the message's sent, the arrival of the wire.
final class NewsItem {

  private final Element item;
  private final Origin origin;
  private final Instant sent;
  private final @Nullable Element itemMeta;
  private final @Nullable Element contentMeta;
  private final @Nullable String language;
  private final Localised localised;

  NewsItem(Element item, Origin origin, Instant sent) {
    this.item = item;
    this.origin = origin;
    this.sent = sent;
    this.itemMeta = Tree.child(item, "itemMeta");
    this.contentMeta = Tree.child(item, "contentMeta");
    var tag = Tree.attribute(Tree.child(contentMeta, "language"), "tag");
    this.language = tag == null ? Tree.attribute(item, "xml:lang") : tag;
    this.localised = new Localised(language);
  }

  String guid() {
    return Objects.requireNonNullElse(Tree.attribute(item, "guid"), "");
  }

  Copy copy() throws Unreadable {
    if (guid().isEmpty()) {
      throw new Unreadable("a news item has no guid");
    }
    var lines = new Lines(item, localised);
    var content = new ContentSet(item, lines.description()).read();
    var byline = Plain.first(lines.byline(), content.byline());
    var signed =
        byline == null ? SignedText.of(content.body()) : new SignedText(byline, content.body());
    var headlines =
        new Copy.Headlines(
            Objects.requireNonNullElse(lines.headline(content.headline()), ""),
            lines.summary(),
            lines.slugline(),
            signed.byline(),
            Tree.text(contentMeta, "dateline"),
            localised.nameOf(Tree.child(contentMeta, "genre")),
            language);
    return new Assembled(
            origin,
            guid(),
            lifecycle(),
            Copy.Handling.NONE,
            new Subjects(item, localised).read(),
            rights(),
            new Assembled.Content(headlines, content.pictures(), content.lead(), signed.body()))
        .copy();
  }

  private Copy.Lifecycle lifecycle() {
    var embargo = Tree.child(itemMeta, "embargoed");
    var until = embargo == null ? null : WireDate.parse(embargo.text());
    var first = WireDate.parse(Tree.text(itemMeta, "firstCreated"));
    var created =
        WireDate.first(
            Tree.text(itemMeta, "versionCreated"),
            Tree.text(contentMeta, "contentModified"),
            Tree.text(itemMeta, "firstCreated"),
            Tree.text(contentMeta, "contentCreated"));
    var status = Statuses.of(Localised.code(Tree.child(itemMeta, "pubStatus")), until != null);
    // an embargo whose end is not given, or cannot be read, holds until the agency says otherwise
    var held = embargo != null && until == null && status == Status.USABLE;
    var change = Signals.change(itemMeta, status);
    return new Copy.Lifecycle(
        Numbers.version(Tree.attribute(item, "version")),
        created == null ? sent : created,
        created == null,
        first,
        held ? Status.WITHHELD : status,
        change,
        until,
        WireDate.first(Tree.text(itemMeta, "expires"), Tree.text(contentMeta, "expires")),
        Numbers.urgency(Tree.text(contentMeta, "urgency")),
        change == Change.CORRECTION ? notes(true) : null,
        change == Change.CORRECTION ? notes(false) : allNotes());
  }

  private @Nullable String notes(boolean ofCorrection) {
    return joined(
        Tree.children(itemMeta, "edNote").stream()
            .filter(note -> note.attr("role").matches(".*:correction\\w*") == ofCorrection)
            .toList());
  }

  private @Nullable String allNotes() {
    return joined(Tree.children(itemMeta, "edNote"));
  }

  private static @Nullable String joined(List<Element> notes) {
    var all = notes.stream().map(Element::text).filter(text -> !text.isBlank()).distinct();
    var text = all.collect(Collectors.joining(" | "));
    return text.isEmpty() ? null : text;
  }

  private Copy.Rights rights() {
    var info = Tree.child(item, "rightsInfo");
    return new Copy.Rights(
        Tree.text(contentMeta, "creditline"),
        localised.nameOf(Tree.child(info, "copyrightHolder")),
        localised.text(Tree.children(info, "copyrightNotice")),
        localised.text(Tree.children(info, "usageTerms")));
  }
}
