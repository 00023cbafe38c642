package newsroom.ingest.format.nitf;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Guids;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Statuses;
import newsroom.ingest.format.WireDate;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads what a document says about itself as a document: `docdata`.
///
/// What identifies it is the first of: the document that it corrects, its doc-id, its du-key, its
/// headline and date of issue. Its date is the first of: date.issue, the dateline's story.date, the
/// revision history's, pubdata's, the wire's arrival.
final class Docdata {

  private static final long VERSIONS = 1_000_000;
  private static final long GENERATIONS = 1_000_000_000;

  private final Element root;
  private final @Nullable Element docdata;
  private final Instant received;
  private final ZoneId zone;
  private final Map<String, Element> firsts;

  /// What the document says.
  ///
  /// @param zone where its dates without an offset were written
  Docdata(Element root, Instant received, ZoneId zone) {
    this.root = root;
    this.zone = zone;
    this.firsts = firsts(root);
    this.docdata = firsts.get("docdata");
    this.received = received;
  }

  String guid(NitfText text) {
    var own =
        Plain.first(
            attribute("correction", "id-string"),
            attribute("doc-id", "id-string"),
            attribute("du-key", "key"));
    return own == null
        ? Guids.of(
            text.headline() == null ? Blocks.beginning(text.body(), 500) : text.headline(),
            attribute("date.issue", "norm"))
        : own;
  }

  /// The other document that this one acts on; null when there is none.
  @Nullable String other() {
    var other = Tree.attribute(docdata, "management-doc-idref");
    return other == null || other.equals(attribute("doc-id", "id-string")) ? null : other;
  }

  /// What becomes of the other document.
  Status othersStatus() {
    return Statuses.of(Tree.attribute(docdata, "management-idref-status"), false);
  }

  boolean callsItselfUsable() {
    return "usable".equals(Tree.attribute(docdata, "management-status"));
  }

  Copy.Lifecycle lifecycle() {
    var release = attribute("date.release", "norm");
    var released = WireDate.parse(release, zone);
    var status = Statuses.of(Tree.attribute(docdata, "management-status"), released != null);
    // a date that is no template's placeholder and cannot be read may be an embargo
    var unclear = release != null && released == null && release.matches("\\d{4}.*");
    return lifecycle(unclear && status == Status.USABLE ? Status.WITHHELD : status, released);
  }

  /// The mark of a version of another document, on which this one acts. What it withholds is
  /// killed: it does not say which version of the other it means, and only a kill counts whatever
  /// its own version is. A later version of the other brings it back.
  Copy.Lifecycle othersLifecycle() {
    return lifecycle(Status.CANCELED, null);
  }

  private Copy.Lifecycle lifecycle(Status status, @Nullable Instant released) {
    var issued = WireDate.parse(attribute("date.issue", "norm"), zone);
    var created =
        WireDate.first(
            zone,
            attribute("date.issue", "norm"),
            attribute("story.date", "norm"),
            attribute("revision-history", "norm"),
            attribute("pubdata", "date.publication"));
    return new Copy.Lifecycle(
        version(),
        created == null ? received : created,
        created == null,
        issued,
        status,
        change(status),
        released,
        WireDate.parse(attribute("date.expire", "norm"), zone),
        Numbers.urgency(attribute("urgency", "ed-urg")),
        attribute("correction", "info"),
        messages());
  }

  /// A du-key counts its uses (generations) and the versions of each; old systems give one of them.
  private long version() {
    var generation = Numbers.version(attribute("du-key", "generation"));
    var version = attribute("du-key", "version");
    if (version == null) {
      return generation;
    }
    var number = Numbers.version(version);
    return generation < GENERATIONS && number < VERSIONS
        ? (generation - 1) * VERSIONS + number
        : number;
  }

  private Change change(Status status) {
    if (status == Status.CANCELED) {
      return Change.KILL;
    }
    return first("correction") == null ? Change.NEW : Change.CORRECTION;
  }

  Copy.Rights rights() {
    return new Copy.Rights(
        Tree.text(first("distributor")),
        attribute("doc.copyright", "holder"),
        null,
        attribute("doc.rights", "limitations"));
  }

  Stream<String> keywords() {
    return Tree.all(root, "keyword").stream()
        .map(keyword -> Plain.text(keyword.attr("key")))
        .filter(Objects::nonNull)
        .distinct();
  }

  /// The desk's working name: slugline, else the du-key, else the keyword slug of old wires.
  @Nullable String slugline() {
    var slug =
        root.select("meta[name=anpa-keyword], meta[name=slugline], meta[name=slug]")
            .attr("content");
    return Plain.first(Tree.text(first("slugline")), attribute("du-key", "key"), slug);
  }

  private @Nullable String messages() {
    var text =
        Tree.all(root, "ed-msg").stream()
            .map(message -> Plain.first(message.attr("info"), message.text()))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" | "));
    return text.isEmpty() ? null : text;
  }

  private @Nullable String attribute(String element, String name) {
    return Tree.attribute(first(element), name);
  }

  private @Nullable Element first(String name) {
    return firsts.get(name);
  }

  private static Map<String, Element> firsts(Element root) {
    var firsts = new HashMap<String, Element>();
    root.getAllElements().forEach(element -> firsts.putIfAbsent(Tree.name(element), element));
    return firsts;
  }
}
