package newsroom.ingest.format.dpa;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Reads the categories of an entry by their types, `dnltype:dpasubject`, of which only the part
/// after the colon counts; the highest rank first.
final class Categories {

  private record Category(String type, Keys keys) {}

  private final List<Category> categories;

  Categories(Keys entry) {
    this.categories =
        entry.objects("categories").stream()
            .map(Keys.Named::keys)
            .sorted(Comparator.comparingInt(Categories::rank))
            .map(category -> new Category(type(category), category))
            .toList();
  }

  Copy.Subjects subjects() {
    return new Copy.Subjects(
        concepts("located", "locationcreated").stream().findFirst().orElse(null),
        concepts("dpasubject", "subject", "desk", "event"),
        concepts("geosubject", "poi", "place"),
        concepts("person"),
        concepts("organisation", "organization", "company"),
        concepts("keyword").stream().map(Concept::name).distinct().toList());
  }

  @Nullable String genre() {
    return concepts("genre").stream().map(Concept::name).findFirst().orElse(null);
  }

  /// Subjects, places and keywords, as dpa's own sluglines are made.
  List<String> words() {
    return concepts("dpasubject", "geosubject", "keyword").stream().map(Concept::name).toList();
  }

  /// The codes of a type.
  List<String> codes(String type) {
    return of(type).map(category -> category.text("qcode")).filter(Objects::nonNull).toList();
  }

  private List<Concept> concepts(String... types) {
    return Stream.of(types)
        .flatMap(this::of)
        .map(Categories::concept)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private Stream<Keys> of(String type) {
    return categories.stream().filter(category -> type.equals(category.type)).map(Category::keys);
  }

  private static String type(Keys category) {
    var type = String.valueOf(category.text("type"));
    return type.substring(type.lastIndexOf(':') + 1);
  }

  private static @Nullable Concept concept(Keys category) {
    var code = category.text("qcode");
    var name = Plain.first(category.text("name"), code);
    var scheme = code == null || !code.contains(":") ? type(category) : code.split(":", 2)[0];
    return name == null ? null : new Concept(code, name, scheme);
  }

  private static int rank(Keys category) {
    var rank = category.text("rank");
    return rank != null && rank.matches("\\d{1,6}") ? Integer.parseInt(rank) : Integer.MAX_VALUE;
  }
}
