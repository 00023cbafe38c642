package newsroom.publish.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsroom.schema.Enriched;
import org.jspecify.annotations.Nullable;

/// Reads what a story is about: what the wire says, and behind it what enrichment found out.
final class About {

  private static final String TOPIC = "medtop:";

  /// A Media Topic by another spelling of its code.
  private static final Pattern ALSO_TOPIC =
      Pattern.compile(
          "(?i)(?:mediatopic:|medtop:|https?://cv\\.iptc\\.org/newscodes/mediatopic/)(\\d{8})");

  private About() {}

  static Story.Subjects of(Enriched event) {
    var article = event.getArticle();
    var located = article.getLocated() == null ? event.getLocated() : article.getLocated();
    return new Story.Subjects(
        located == null ? null : concept(located),
        subjects(concepts(article.getSubjects()), concepts(event.getMediaTopics())),
        concepts(article.getPlaces()),
        concepts(article.getPeople()),
        concepts(article.getOrganisations()),
        keywords(ReadStory.texts(article.getKeywords()), ReadStory.texts(event.getKeywords())));
  }

  /// The wire's name of a topic stays.
  private static List<Concept> subjects(List<Concept> wire, List<Concept> topics) {
    var all = new ArrayList<Concept>();
    var known = new ArrayList<String>();
    for (var subject : wire) {
      var code = code(subject.code());
      all.add(code == null ? subject : new Concept(code, subject.name(), subject.scheme()));
      known.add(String.valueOf(code));
    }
    topics.stream().filter(topic -> !known.contains(topic.code())).forEach(all::add);
    return List.copyOf(all);
  }

  private static @Nullable String code(@Nullable String code) {
    var topic = ALSO_TOPIC.matcher(code == null ? "" : code);
    return topic.matches() ? TOPIC + topic.group(1) : code;
  }

  private static List<String> keywords(List<String> wire, List<String> found) {
    var all = new LinkedHashMap<String, String>();
    Stream.concat(wire.stream(), found.stream())
        .forEach(keyword -> all.putIfAbsent(keyword.toLowerCase(Locale.ROOT), keyword));
    return List.copyOf(all.values());
  }

  private static List<Concept> concepts(List<newsroom.schema.Concept> concepts) {
    return concepts.stream().map(About::concept).toList();
  }

  private static Concept concept(newsroom.schema.Concept concept) {
    return new Concept(
        ReadStory.text(concept.getCode()),
        concept.getName().toString(),
        ReadStory.text(concept.getScheme()));
  }
}
