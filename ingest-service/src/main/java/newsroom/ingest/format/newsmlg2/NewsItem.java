package newsroom.ingest.format.newsmlg2;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
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
  private final Message message;
  private final @Nullable Element itemMeta;
  private final @Nullable Element contentMeta;
  private final @Nullable String language;
  private final Localised localised;
  private final Signals signals;

  /// What holds for all items of a message.
  ///
  /// @param sent when it was sent, else when it arrived
  record Message(Origin origin, Agency agency, Instant sent, boolean undated) {}

  NewsItem(Element item, Message message) {
    this.item = item;
    this.message = message;
    this.itemMeta = Tree.child(item, "itemMeta");
    this.contentMeta = Tree.child(item, "contentMeta");
    var tag = Tree.attribute(Tree.child(contentMeta, "language"), "tag");
    this.language = tag == null ? Tree.attribute(item, "xml:lang") : tag;
    this.localised = new Localised(language);
    this.signals = new Signals(itemMeta);
  }

  String guid() {
    return Objects.requireNonNullElse(Tree.attribute(item, "guid"), "");
  }

  Copy copy() throws Unreadable {
    if (guid().isEmpty()) {
      throw new Unreadable("a news item has no guid");
    }
    var lines = new Lines(item, localised);
    var content = new ContentSet(item, localised, lines.description()).read();
    var signed = SignedText.of(lines.byline(), content.body(), content.said().byline());
    var headlines = headlines(lines, content, signed.byline());
    var lifecycle = lifecycle();
    var told = !headlines.headline().isEmpty() || headlines.summary() != null;
    if (!told && content.isEmpty() && lifecycle.status() == Status.USABLE) {
      throw new Unreadable("'" + guid() + "' " + new ItemClass(item).whyNoStory());
    }
    return new Assembled(
            message.origin(),
            guid(),
            lifecycle,
            new Copy.Handling(
                new ItemClass(item).type(), null, signals.all(), signals.replaces(guid())),
            new Subjects(item, localised).read(),
            rights(),
            new Assembled.Content(headlines, content.pictures(), content.lead(), signed.body()))
        .copy();
  }

  private Copy.Headlines headlines(
      Lines lines, ContentSet.Content content, @Nullable String byline) {
    var said = content.said();
    return new Copy.Headlines(
        Objects.requireNonNullElse(lines.headline(said.headline()), ""),
        Plain.first(lines.summary(), said.summary()),
        lines.slugline(),
        byline,
        Plain.first(Tree.text(contentMeta, "dateline"), said.dateline()),
        localised.nameOf(Tree.child(contentMeta, "genre")),
        language == null ? said.language() : language);
  }

  private Copy.Lifecycle lifecycle() {
    var zone = message.agency().zone();
    var embargo = Tree.child(itemMeta, "embargoed");
    var until = embargo == null ? null : WireDate.parse(embargo.text(), zone);
    var created =
        WireDate.first(
            zone,
            Tree.text(itemMeta, "versionCreated"),
            Tree.text(contentMeta, "contentModified"),
            Tree.text(itemMeta, "firstCreated"),
            Tree.text(contentMeta, "contentCreated"));
    var status = Statuses.of(Localised.code(Tree.child(itemMeta, "pubStatus")), until != null);
    var held = status == Status.USABLE && until == null && embargo != null && holds(embargo);
    var change = signals.change(status);
    return new Copy.Lifecycle(
        Numbers.version(Tree.attribute(item, "version")),
        created == null ? message.sent() : created,
        created == null && message.undated(),
        WireDate.parse(Tree.text(itemMeta, "firstCreated"), zone),
        held ? Status.WITHHELD : status,
        change,
        until,
        WireDate.first(zone, Tree.text(itemMeta, "expires"), Tree.text(contentMeta, "expires")),
        Numbers.urgency(Tree.text(contentMeta, "urgency")),
        change == Change.CORRECTION ? notes(true) : null,
        change == Change.CORRECTION ? notes(false) : allNotes());
  }

  /// An embargo without an end means what the agency's profile says; one whose end cannot be read
  /// holds until the agency says otherwise.
  private boolean holds(Element embargo) {
    return !embargo.text().isBlank() || message.agency().emptyEmbargo() == EmptyEmbargo.HOLD;
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
