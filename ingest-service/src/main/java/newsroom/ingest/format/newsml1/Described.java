package newsroom.ingest.format.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the descriptive metadata of the components around the main text. What the wire's own topic
/// sets name has that name.
final class Described {

  private static final List<String> SUBJECTS =
      List.of("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier");

  private final List<Element> metadata;
  private final TopicNames topics;
  private final @Nullable String language;

  Described(List<Element> around, TopicNames topics, @Nullable String language) {
    this.metadata =
        around.stream()
            .flatMap(component -> Tree.children(component, "DescriptiveMetadata").stream())
            .toList();
    this.topics = topics;
    this.language = language;
  }

  @Nullable String genre() {
    return Management.formalNames(children("Genre").toList()).findFirst().orElse(null);
  }

  /// For whom the item is.
  List<String> audiences() {
    return Management.formalNames(children("OfInterestTo").toList()).distinct().toList();
  }

  /// What it is about.
  ///
  /// @param lines words from the keyword lines
  Copy.Subjects subjects(Stream<String> lines) {
    var keywords =
        Stream.concat(properties("Keyword"), lines)
            .flatMap(words -> Stream.of(words.split(";")))
            .map(Plain::text)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    var subjects =
        Stream.concat(
                codes(), occurring("(?i)(?!person|compan|organi|place|location|city|countr).*"))
            .distinct()
            .toList();
    return new Copy.Subjects(
        located(),
        subjects,
        Stream.concat(places(), occurring("(?i)(?:place|location|city|countr).*"))
            .distinct()
            .toList(),
        occurring("(?i)person.*").toList(),
        occurring("(?i)(?:compan|organi).*").toList(),
        keywords);
  }

  private Stream<Concept> codes() {
    return children("SubjectCode")
        .flatMap(code -> code.children().stream())
        .filter(code -> SUBJECTS.contains(Tree.name(code)))
        .map(this::subject)
        .filter(Objects::nonNull);
  }

  private @Nullable Concept subject(Element element) {
    var code = Management.formalName(element);
    if (code == null) {
      return null;
    }
    var name = topics.named(code, language);
    var scheme = code.matches("\\d{8}") ? "iptc-subjectcode" : Tree.attribute(element, "Scheme");
    return new Concept(code, name == null ? code : name, scheme);
  }

  private Stream<Concept> occurring(String type) {
    return children("TopicOccurrence")
        .map(occurrence -> topics.at(Tree.attribute(occurrence, "Topic")))
        .filter(Objects::nonNull)
        .filter(topic -> typeOf(topic).matches(type))
        .map(this::concept)
        .filter(Objects::nonNull);
  }

  private @Nullable Concept concept(Element topic) {
    var code = Tree.child(topic, "FormalName");
    var name = TopicNames.name(topic, language);
    return name == null ? null : new Concept(Tree.text(code), name, Tree.attribute(code, "Scheme"));
  }

  private static String typeOf(Element topic) {
    return Objects.requireNonNullElse(Management.formalName(Tree.child(topic, "TopicType")), "");
  }

  /// Where it was filed from, else where it happened.
  private @Nullable Concept located() {
    var locations = children("Location").toList();
    return Stream.concat(
            locations.stream().filter(place -> place.attr("HowPresent").matches("(?i)origin.*")),
            locations.stream().filter(place -> place.attr("HowPresent").isEmpty()))
        .flatMap(place -> named(place).stream())
        .filter(place -> !place.name().matches("[A-Z]{2,4}")) // a code that no reader knows
        .findFirst()
        .orElse(null);
  }

  private Stream<Concept> places() {
    return metadata.stream()
        .flatMap(
            element ->
                Stream.concat(Stream.of(element), Tree.children(element, "Location").stream()))
        .flatMap(place -> named(place).stream());
  }

  /// The names in a place, the nearest first.
  private static List<Concept> named(Element place) {
    var names = new ArrayList<Concept>();
    for (var kind : List.of("SubLocation", "City", "CountryArea", "Country")) {
      for (var property : Tree.children(place, "Property")) {
        var name =
            property.attr("FormalName").equals(kind) ? Tree.attribute(property, "Value") : null;
        if (name != null) {
          names.add(new Concept(null, name, kind));
        }
      }
    }
    return names;
  }

  private Stream<String> properties(String name) {
    return children("Property")
        .filter(property -> property.attr("FormalName").equalsIgnoreCase(name))
        .map(property -> property.attr("Value"));
  }

  private Stream<Element> children(String name) {
    return metadata.stream().flatMap(element -> Tree.children(element, name).stream());
  }
}
