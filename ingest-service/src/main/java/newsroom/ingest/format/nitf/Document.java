package newsroom.ingest.format.nitf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  private final Pictures pictures = new Pictures();
  private final NitfText text;

  Document(Element root, Origin origin, Docdata docdata) {
    this.root = root;
    this.origin = origin;
    this.docdata = docdata;
    this.text = NitfText.of(root, pictures);
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
    var handling = new Copy.Handling("text", null, signals(), List.of());
    return copy(other, docdata.othersLifecycle(), handling, content);
  }

  Copy copy() throws Unreadable {
    var other = docdata.other();
    return copy(
        docdata.guid(text),
        docdata.lifecycle(),
        new Copy.Handling("text", null, signals(), other == null ? List.of() : List.of(other)),
        new Assembled.Content(headlines(), pictures.all(), null, text.body()));
  }

  private Copy copy(
      String guid, Copy.Lifecycle lifecycle, Copy.Handling handling, Assembled.Content content)
      throws Unreadable {
    return new Assembled(
            origin,
            guid,
            lifecycle,
            handling,
            new Topics(root, docdata).read(),
            docdata.rights(),
            content)
        .copy();
  }

  /// What kind of document it is, where it is not news (an advisory, an alert), and for whom.
  private List<String> signals() {
    var signals = new ArrayList<String>();
    for (var object : Tree.all(root, "tobject")) {
      var type = Tree.attribute(object, "tobject.type");
      if (type != null && !type.equalsIgnoreCase("news")) {
        signals.add(type);
      }
    }
    for (var scope : Tree.all(root, "doc-scope")) {
      var named = Plain.first(scope.attr("scope"), scope.attr("value"));
      if (named != null) {
        signals.add(named);
      }
    }
    return signals.stream().distinct().toList();
  }

  private Copy.Headlines headlines() {
    var genre = Tree.all(root, "tobject.property").stream().findFirst().orElse(null);
    return new Copy.Headlines(
        Objects.requireNonNullElse(text.headline(), ""),
        text.summary(),
        docdata.slugline(),
        text.byline(),
        text.dateline(),
        Tree.attribute(genre, "tobject.property.type"),
        text.language());
  }
}
