package newsroom.enrichment.enricher.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.enrichment.enricher.Additions;
import newsroom.enrichment.enricher.Enricher;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.story.Concept;
import newsroom.enrichment.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Media Topics by the wire's own codes; nothing is told from the text.
@Component
@ConditionalOnBooleanProperty(
    name = "newsroom.enrichment.media-topics.enabled",
    matchIfMissing = true)
class MediaTopics implements Enricher {

  private static final Pattern CODE = Pattern.compile("(?:(.*)[:/])?(\\d{8})");

  /// As agencies call the Media Topics.
  private static final Pattern TOPICS = Pattern.compile("(?i).*(?:medtop|mediatopic).*");

  /// As agencies call the Subject Codes; eight digits of no scheme are such, too.
  private static final Pattern SUBJECT_CODES = Pattern.compile("(?i)|.*(?:subj|subref|srs).*");

  private final TopicTable table = TopicTable.read();

  @Override
  public String name() {
    return "media-topics";
  }

  @Override
  public Enrichment enrich(Story story) {
    var topics = new LinkedHashMap<String, Concept>();
    for (var subject : story.particulars().subjects()) {
      for (var topic : topics(subject)) {
        topics.putIfAbsent(String.valueOf(topic.code()), topic);
      }
    }
    return topics.isEmpty()
        ? Enrichment.NONE
        : Enrichment.of(Additions.mediaTopics(List.copyOf(topics.values())));
  }

  private List<Concept> topics(Concept subject) {
    var code = CODE.matcher(subject.code() == null ? "" : subject.code());
    if (!code.matches()) {
      return List.of();
    }
    var scheme = scheme(code.group(1), subject.scheme());
    var digits = code.group(2);
    if (TOPICS.matcher(scheme).matches()) {
      return table.topics(digits, subject.name());
    }
    return SUBJECT_CODES.matcher(scheme).matches() ? table.ofSubjectCode(digits) : List.of();
  }

  private static String scheme(@Nullable String inCode, @Nullable String beside) {
    return inCode != null ? inCode : beside == null ? "" : beside;
  }
}
