package newsroom.ingest.format.newsml1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.newsml1.Part.Kind;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The parts of one item, and which of them make the story. Components that are equivalent, or say
/// the same in several languages or formats, give way to one of them: in the item's language, in
/// the format that is read best; the first where that does not decide.
final class Parts {

  private final @Nullable Element outermost;
  private final List<Part> all;
  private final @Nullable String language;

  Parts(Element item) {
    this.outermost = Tree.child(item, "NewsComponent");
    this.all = Part.all(outermost);
    this.language =
        Plain.first(
            Management.formalName(Tree.child(outermost, "DescriptiveMetadata", "Language")),
            outermost == null ? null : outermost.attr("xml:lang"),
            item.attr("xml:lang"),
            firstLanguage(all));
  }

  /// The item's, written as BCP 47 has it: agencies write `FR` and `nl-nl`.
  @Nullable String language() {
    var tag = language == null ? "und" : Locale.forLanguageTag(language).toLanguageTag();
    return tag.equals("und") ? language : tag;
  }

  @Nullable Element outermost() {
    return outermost;
  }

  List<Part> ofKind(Kind kind) {
    return all.stream().filter(part -> part.kind() == kind).toList();
  }

  /// The running text, in its order; whom to call comes after it.
  List<Part> texts() {
    return chosen(all.stream().filter(Part::main).toList()).stream()
        .sorted(Comparator.comparing(part -> part.role().matches("(?i)contact.*")))
        .toList();
  }

  List<Part> summaries() {
    return chosen(all.stream().filter(Part::summary).toList());
  }

  List<Part> headlines() {
    return chosen(all.stream().filter(Part::headline).toList());
  }

  /// The caption of the pictures in a component.
  @Nullable Part caption(Element component) {
    var captions =
        all.stream()
            .filter(part -> part.caption() && part.components().contains(component))
            .toList();
    return chosen(captions).stream().findFirst().orElse(null);
  }

  /// The components around the main text, the outermost first: their lines are the story's. Where
  /// there is no text they are those around the first part, else the outermost one.
  List<Element> around() {
    var texts = texts();
    var part = texts.isEmpty() ? all.stream().findFirst().orElse(null) : texts.getFirst();
    if (part != null) {
      return part.components();
    }
    return outermost == null ? List.of() : List.of(outermost);
  }

  private List<Part> chosen(List<Part> candidates) {
    var mine = candidates.stream().filter(part -> speaks(part, language)).toList();
    if (mine.isEmpty() && !candidates.isEmpty()) {
      var first = candidates.getFirst().language();
      mine = candidates.stream().filter(part -> speaks(part, first)).toList();
    }
    var ofEachSet = new LinkedHashMap<Object, List<Part>>();
    for (var part : mine) {
      ofEachSet.computeIfAbsent(set(part), _ -> new ArrayList<>()).add(part);
    }
    return ofEachSet.values().stream().flatMap(set -> best(set).stream()).toList();
  }

  private static boolean speaks(Part part, @Nullable String language) {
    var own = part.language();
    return own == null || language == null || TopicNames.sameLanguage(own, language);
  }

  /// The component whose contents are equivalents of each other: one that says so, else the one
  /// that has several formats of one text in it.
  private static Element set(Part part) {
    for (var component : part.components()) {
      if (component.attr("EquivalentsList").equalsIgnoreCase("yes")) {
        return component;
      }
    }
    return part.holder();
  }

  /// Of equivalents the one that is read best; parts of one text are all of it.
  private static List<Part> best(List<Part> set) {
    var equivalent =
        set(set.getFirst()).attr("EquivalentsList").equalsIgnoreCase("yes")
            || set.stream().map(part -> part.formalName("Format")).distinct().count() > 1;
    if (!equivalent) {
      return set;
    }
    var best = set.getFirst();
    for (var part : set) {
      best = part.rank() > best.rank() ? part : best;
    }
    var holder = best.holder();
    var rank = best.rank();
    return set.stream()
        .filter(part -> part.holder().equals(holder) && part.rank() == rank)
        .toList();
  }

  private static @Nullable String firstLanguage(List<Part> parts) {
    return parts.stream()
        .filter(Part::main)
        .map(Part::language)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
