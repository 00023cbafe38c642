package newsroom.ingest.format.newsml1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.Statuses;
import newsroom.ingest.format.WireDate;
import newsroom.ingest.format.newsml1.NewsMl1.Envelope;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads an item's `NewsManagement`. A status that will change at a time is an embargo where it
/// becomes usable, and an expiry where it ceases to be. An instruction to delete is a kill; one to
/// rectify, or one that cancels earlier revisions while this one is usable, makes a correction.
final class Management {

  private static final String KILLS = "(?i)(?:delet|kill|cancel|withdraw|retract).*";
  private static final String CORRECTS = "(?i)(?:rectif|correct|erratum).*";
  private static final String UPDATES = "(?i)(?:updat|replac|revis).*";
  private static final String CONTINUES = "(?i)(?:prev|replac|correct|updat|supersed|continu).*";

  private final @Nullable Element management;
  private final Envelope envelope;
  private final Identifier identifier;
  private final List<String> instructions;

  Management(Element item, Envelope envelope, Identifier identifier) {
    this.management = Tree.child(item, "NewsManagement");
    this.envelope = envelope;
    this.identifier = identifier;
    this.instructions =
        Stream.concat(
                formalNames(Tree.children(management, "Instruction")),
                formalNames(Tree.all(management, "RevisionStatus")))
            .distinct()
            .toList();
  }

  /// Where the item stands.
  ///
  /// @param notes for the desk, from the item's lines
  Copy.Lifecycle lifecycle(@Nullable String notes) {
    var first = date("FirstCreated");
    var revised = date("ThisRevisionCreated");
    var created = revised != null ? revised : envelope.undated() ? first : envelope.sent();
    var will = Tree.child(management, "StatusWillChange");
    var future = formalName(Tree.child(will, "FutureStatus"));
    var at = WireDate.parse(Tree.text(will, "DateAndTime"), envelope.agency().zone());
    var opens = future != null && Statuses.of(future, true) == Status.USABLE ? at : null;
    var closes = future != null && Statuses.of(future, true) != Status.USABLE ? at : null;
    var status = status(opens);
    var urgency = Numbers.urgency(formalName(Tree.child(management, "Urgency")));
    return new Copy.Lifecycle(
        identifier.version(),
        created == null ? envelope.sent() : created,
        created == null,
        first,
        status,
        change(status),
        status == Status.CANCELED ? null : opens,
        closes,
        urgency == null ? Numbers.urgency(envelope.priority()) : urgency,
        null,
        notes);
  }

  private Status status(@Nullable Instant opens) {
    var word = formalName(Tree.child(management, "Status"));
    if (instructions.stream().anyMatch(instruction -> instruction.matches(KILLS))) {
      return Status.CANCELED;
    }
    var status = Statuses.of(word, opens != null);
    if (status == Status.WITHHELD && opens != null) {
      return Status.USABLE; // at that time
    }
    var endless = word != null && word.strip().equalsIgnoreCase("embargoed");
    return endless && envelope.agency().emptyEmbargo() == EmptyEmbargo.IGNORE
        ? Status.USABLE
        : status;
  }

  private Change change(Status status) {
    if (status == Status.CANCELED) {
      return Change.KILL;
    }
    var recalled =
        Tree.all(management, "RevisionStatus").stream()
            .map(revision -> formalName(Tree.child(revision, "Status")))
            .anyMatch(word -> word != null && Statuses.of(word, false) == Status.CANCELED);
    if (recalled || instructions.stream().anyMatch(word -> word.matches(CORRECTS))) {
      return Change.CORRECTION;
    }
    var updated = instructions.stream().anyMatch(word -> word.matches(UPDATES));
    return updated || identifier.revised() ? Change.UPDATE : Change.NEW;
  }

  /// Instructions, the kind of item where it is not plain news, and for whom it is.
  ///
  /// @param audiences for whom the item is
  List<String> signals(List<String> audiences) {
    var signals = new ArrayList<>(instructions);
    var type = formalName(Tree.child(management, "NewsItemType"));
    if (type != null && !type.equalsIgnoreCase("news")) {
      signals.add(type);
    }
    signals.addAll(audiences);
    return signals.stream().distinct().toList();
  }

  /// Items that this one is said to replace or to continue; that it is merely associated with, or
  /// made from, others replaces none of them.
  List<String> replaces() {
    return Stream.of("AssociatedWith", "DerivedFrom")
        .flatMap(name -> Tree.children(management, name).stream())
        .filter(link -> link.attr("FormalName").matches(CONTINUES))
        .map(link -> Tree.attribute(link, "NewsItem"))
        .filter(Objects::nonNull)
        .map(Identifier::withoutRevision)
        .filter(guid -> !guid.equals(identifier.guid()))
        .distinct()
        .toList();
  }

  private @Nullable Instant date(String name) {
    return WireDate.parse(Tree.text(management, name), envelope.agency().zone());
  }

  static Stream<String> formalNames(List<Element> elements) {
    return elements.stream().map(Management::formalName).filter(Objects::nonNull);
  }

  static @Nullable String formalName(@Nullable Element element) {
    return Tree.attribute(element, "FormalName");
  }
}
