package newsroom.ingest.format.nitf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads one NITF document.
final class Document {

  private final Element root;
  private final Origin origin;
  private final Docdata docdata;
  private final @Nullable Element body;
  private final @Nullable Element bodyHead;

  Document(Element root, Origin origin, Instant received) {
    this.root = root;
    this.origin = origin;
    this.docdata = new Docdata(root, received);
    this.body = Tree.child(root, "body");
    this.bodyHead = Tree.child(body, "body.head");
  }

  boolean callsItselfUsable() {
    return docdata.callsItselfUsable();
  }

  /// The version of another document that this one makes by cancelling or withholding it; null when
  /// it does neither.
  @Nullable Copy notice() throws Unreadable {
    var other = docdata.other();
    if (other == null || docdata.othersStatus() == Status.USABLE) {
      return null;
    }
    var content = new Assembled.Content(headlines(), List.of(), null, List.of());
    return new Assembled(
            origin,
            other,
            docdata.othersLifecycle(),
            Copy.Handling.NONE,
            new Topics(root, docdata).read(),
            docdata.rights(),
            content)
        .copy();
  }

  Copy copy() throws Unreadable {
    var pictures = new Pictures();
    var blocks = body(pictures);
    var content = new Assembled.Content(headlines(), pictures.all(), null, blocks);
    return new Assembled(
            origin,
            docdata.guid(headline()),
            docdata.lifecycle(),
            Copy.Handling.NONE,
            new Topics(root, docdata).read(),
            docdata.rights(),
            content)
        .copy();
  }

  private Copy.Headlines headlines() {
    var genre = Tree.all(root, "tobject.property").stream().findFirst().orElse(null);
    return new Copy.Headlines(
        Objects.requireNonNullElse(headline(), ""),
        Tree.text(bodyHead, "abstract"),
        docdata.slugline(),
        byline(),
        dateline(),
        Tree.attribute(genre, "tobject.property.type"),
        language());
  }

  private @Nullable String headline() {
    var lines = Tree.all(bodyHead, "hl1");
    var second = Tree.all(bodyHead, "hl2");
    return Plain.first(
        lines.isEmpty() ? null : lines.getFirst().text(),
        Tree.text(bodyHead, "hedline"),
        Tree.text(root, "head", "title"),
        second.isEmpty() ? null : second.getFirst().text());
  }

  /// The name, without the writer's title.
  private @Nullable String byline() {
    var names = new ArrayList<String>();
    for (var byline : Tree.children(bodyHead, "byline")) {
      var name = byline.clone();
      name.select("byttl").remove();
      if (!name.text().isBlank()) {
        names.add(name.text().strip());
      }
    }
    return names.isEmpty() ? null : String.join("; ", names);
  }

  private @Nullable String dateline() {
    var dateline = Tree.child(bodyHead, "dateline");
    if (dateline == null) {
      return null;
    }
    var parts =
        Tree.all(dateline, "location").stream()
            .flatMap(place -> place.children().stream())
            .toList();
    return parts.size() > 1
        ? String.join(
            ", ", parts.stream().map(Element::text).filter(part -> !part.isBlank()).toList())
        : Plain.text(dateline.wholeText());
  }

  private @Nullable String language() {
    return Plain.first(
        body == null ? null : body.attr("xml:lang"),
        root.attr("xml:lang"),
        root.attr("baselang"),
        root.attr("lang"));
  }

  private List<Block> body(Pictures pictures) {
    var blocks = new ArrayList<Block>();
    for (var content : Tree.children(body, "body.content")) {
      blocks.addAll(Blocks.ofTree(content, null, pictures));
    }
    for (var end : Tree.children(body, "body.end")) {
      for (var tagline : Tree.children(end, "tagline")) {
        blocks.addAll(Blocks.ofTree(tagline, null, pictures));
      }
    }
    return List.copyOf(blocks);
  }
}
