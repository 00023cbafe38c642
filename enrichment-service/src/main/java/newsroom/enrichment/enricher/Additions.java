package newsroom.enrichment.enricher;

import java.util.ArrayList;
import java.util.List;
import newsroom.enrichment.story.Concept;
import org.jspecify.annotations.Nullable;

/// What is told about a story beside its links.
///
/// @param keywords the most telling first
/// @param readingSeconds how long reading it takes; null where there is nothing to read
/// @param mediaTopics what the wire's codes stand for
/// @param located where it was written, where the wire's dateline says it and nothing else does
public record Additions(
    List<String> keywords,
    @Nullable Integer readingSeconds,
    List<Concept> mediaTopics,
    @Nullable Concept located) {

  /// Nothing.
  public static final Additions NONE = new Additions(List.of(), null, List.of(), null);

  public static Additions keywords(List<String> keywords) {
    return new Additions(keywords, null, List.of(), null);
  }

  public static Additions readingSeconds(int seconds) {
    return new Additions(List.of(), seconds, List.of(), null);
  }

  public static Additions mediaTopics(List<Concept> topics) {
    return new Additions(List.of(), null, topics, null);
  }

  public static Additions located(Concept place) {
    return new Additions(List.of(), null, List.of(), place);
  }

  /// Both together.
  Additions and(Additions other) {
    return new Additions(
        joined(keywords, other.keywords),
        readingSeconds == null ? other.readingSeconds : readingSeconds,
        joined(mediaTopics, other.mediaTopics),
        located == null ? other.located : located);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
