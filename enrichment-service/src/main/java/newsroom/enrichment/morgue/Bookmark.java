package newsroom.enrichment.morgue;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.common.TopicPartition;

/// How far the index has read which topic. It is kept in the index's own commit, so the two can
/// never disagree.
///
/// @param origin the topic that was read
/// @param written when Kafka last said that this is all
/// @param offsets per partition, the next offset to read
record Bookmark(Origin origin, Instant written, Map<Integer, Long> offsets) {

  /// Grows when documents change their form: an index of another form is built again.
  static final String FORM = "6";

  private static final String OFFSET = "offset.";

  /// One topic of one cluster; a topic made again under its old name is another one.
  record Origin(String cluster, String topic) {}

  /// What a topic holds, per partition: the first offset, and the one after the last.
  record Span(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {

    boolean holds(int partition, long offset) {
      var asked = new TopicPartition(ArticleTopics.PUBLISHED, partition);
      return offset >= beginnings.getOrDefault(asked, 0L) && offset <= ends.getOrDefault(asked, 0L);
    }
  }

  /// Why reading cannot go on from here; empty when it can.
  String misfit(Origin there, Span span, Instant oldest) {
    if (!origin.equals(there)) {
      return "it was made from another topic";
    }
    if (written.isBefore(oldest)) {
      return "it was last read at " + written + ", and kills since may be forgotten";
    }
    return offsets.entrySet().stream().allMatch(e -> span.holds(e.getKey(), e.getValue()))
        ? ""
        : "the topic does not hold the offsets it stands at";
  }

  Map<String, String> toUserData() {
    var data = new TreeMap<String, String>();
    data.put("form", FORM);
    data.put("cluster", origin.cluster());
    data.put("topic", origin.topic());
    data.put("written", written.toString());
    offsets.forEach((partition, offset) -> data.put(OFFSET + partition, Long.toString(offset)));
    return data;
  }

  /// The bookmark in a commit's user data; empty where it is not of this build's form.
  static Optional<Bookmark> of(Map<String, String> data) {
    if (!FORM.equals(data.get("form"))) {
      return Optional.empty();
    }
    try {
      var offsets = new HashMap<Integer, Long>();
      for (var entry : data.entrySet()) {
        if (entry.getKey().startsWith(OFFSET)) {
          offsets.put(
              Integer.valueOf(entry.getKey().substring(OFFSET.length())),
              Long.valueOf(entry.getValue()));
        }
      }
      var origin = new Origin(data.getOrDefault("cluster", ""), data.getOrDefault("topic", ""));
      var written = Instant.parse(data.getOrDefault("written", ""));
      return Optional.of(new Bookmark(origin, written, offsets));
    } catch (NumberFormatException | DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
