package newsroom.ingest.format.newsml1;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the news lines of the components around the main text: the outer ones speak for the whole
/// item, the inner ones where those are silent.
final class Lines {

  private final List<Element> around;
  private final @Nullable String language;

  /// The lines of some components.
  ///
  /// @param around the outermost first
  Lines(List<Element> around, @Nullable String language) {
    this.around = around;
    this.language = language;
  }

  /// The first line of this name that says something, in the story's language where it says which.
  @Nullable String line(String name) {
    var lines = all(name).toList();
    return Stream.concat(lines.stream().filter(this::mine), lines.stream())
        .map(line -> Plain.text(line.wholeText()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// Lines that are for the desk, not for readers.
  @Nullable String notes() {
    var notes =
        all("NewsLine")
            .filter(line -> type(line).matches("(?i)advis.*|ed(?:itor)?'?s?.?note.*|note.*"))
            .map(line -> Tree.text(line, "NewsLineText"))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" | "));
    return notes.isEmpty() ? null : notes;
  }

  /// The words of the keyword lines.
  Stream<String> keywords() {
    return all("KeywordLine").map(line -> line.wholeText());
  }

  Copy.Rights rights() {
    var rights = first("RightsMetadata");
    return new Copy.Rights(
        line("CreditLine"),
        Tree.text(rights, "Copyright", "CopyrightHolder"),
        line("CopyrightLine"),
        Plain.first(
            Tree.text(rights, "UsageRights", "Limitations"),
            line("RightsLine"),
            Tree.text(rights, "UsageRights", "UsageType")));
  }

  private @Nullable Element first(String name) {
    return around.stream()
        .map(component -> Tree.child(component, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Stream<Element> all(String name) {
    return around.stream()
        .flatMap(component -> Tree.children(component, "NewsLines").stream())
        .flatMap(lines -> Tree.children(lines, name).stream());
  }

  private boolean mine(Element line) {
    return language == null || TopicNames.sameLanguage(line.attr("xml:lang"), language);
  }

  private static String type(Element line) {
    var type = Management.formalName(Tree.child(line, "NewsLineType"));
    return type == null ? "" : type;
  }
}
