package newsroom.ingest.format.nitf;

import java.util.List;
import java.util.Objects;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads what a document is about: the subject codes of its `tobject`, and its
/// `identified-content`.
final class Topics {

  private final Element root;
  private final Docdata docdata;

  Topics(Element root, Docdata docdata) {
    this.root = root;
    this.docdata = docdata;
  }

  Copy.Subjects read() {
    var subjects =
        Tree.all(root, "tobject.subject").stream()
            .map(Topics::subject)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new Copy.Subjects(
        null,
        subjects,
        identified("location"),
        identified("person"),
        identified("org"),
        docdata.keywords().toList());
  }

  private static @Nullable Concept subject(Element subject) {
    var number = Tree.attribute(subject, "tobject.subject.refnum");
    var name =
        Plain.first(
            subject.attr("tobject.subject.detail"),
            subject.attr("tobject.subject.matter"),
            subject.attr("tobject.subject.type"),
            number);
    return name == null
        ? null
        : new Concept(number, name, number == null ? null : "iptc-subjectcode");
  }

  private List<Concept> identified(String kind) {
    return Tree.all(root, "identified-content").stream()
        .flatMap(content -> Tree.children(content, kind).stream())
        .map(Topics::concept)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static @Nullable Concept concept(Element element) {
    var code = Plain.first(element.attr("value"), element.attr("location-code"));
    var scheme = Plain.first(element.attr("idsrc"), element.attr("code-source"));
    var name = Plain.first(element.text(), code);
    return name == null ? null : new Concept(code, name, scheme);
  }
}
