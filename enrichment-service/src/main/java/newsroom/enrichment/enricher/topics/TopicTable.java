package newsroom.enrichment.enricher.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.enrichment.story.Concept;

/// The Media Topics that we know by name, and the Subject Codes that each stands for.
///
/// @param topics by their eight digits
/// @param bySubjectCode the topic's digits
record TopicTable(Map<String, Topic> topics, Map<String, String> bySubjectCode) {

  private static final String FILE = "media-topics.tsv";
  private static final String SCHEME = "medtop";

  /// @param top the digits of the topic of the first level that it belongs to
  record Topic(String top, String name) {}

  /// Each line is a topic, the first two digits of the topic that it belongs to, its name, and its
  /// Subject Codes.
  static TopicTable read() {
    var topics = new HashMap<String, Topic>();
    var codes = new HashMap<String, String>();
    try (var in = TopicTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in this build");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      for (var line : lines.filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        var parts = line.split("\t", -1);
        topics.put(parts[0], new Topic(parts[1] + "000000", parts[2]));
        if (parts.length > 3) {
          for (var code : parts[3].split(" ", -1)) {
            codes.put(code, parts[0]);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return new TopicTable(Map.copyOf(topics), Map.copyOf(codes));
  }

  /// The topic and that of the first level above it; one that we do not know stands by the name
  /// that the wire gives it.
  List<Concept> topics(String digits, String name) {
    var known = topics.get(digits);
    if (known == null) {
      return List.of(concept(digits, name));
    }
    var itself = concept(digits, known.name());
    return known.top().equals(digits)
        ? List.of(itself)
        : List.of(itself, concept(known.top(), nameOf(known.top())));
  }

  /// What a Subject Code stands for; where it is not known, what the wider code stands for that it
  /// belongs to.
  List<Concept> ofSubjectCode(String digits) {
    for (var code :
        List.of(digits, digits.substring(0, 5) + "000", digits.substring(0, 2) + "000000")) {
      var topic = bySubjectCode.get(code);
      if (topic != null) {
        return topics(topic, "");
      }
    }
    return List.of();
  }

  private String nameOf(String digits) {
    var topic = topics.get(digits);
    return topic == null ? "" : topic.name();
  }

  private static Concept concept(String digits, String name) {
    return new Concept(SCHEME + ":" + digits, name, SCHEME);
  }
}
