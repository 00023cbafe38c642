package newsroom.enrichment.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Telling;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// What is remembered of a young story: the last word on it, and where that lies.
///
/// @param usable false for a kill or a withheld version, which gets no links
/// @param born when its first version was told, or its embargo ends; its age counts from there
///     until it is known when it was first live
final record Young(
    String uri, Mark mark, Place place, boolean usable, Links links, Instant born, Instant told) {

  /// Where on `articles.enriched` the event lies.
  record Place(TopicPartition partition, long offset) {}

  /// What the event links, and who tells the same.
  record Links(List<Candidate> related, List<Telling> tellings) {

    /// The best of each place, in reading order of their worth: what most sites show.
    ///
    /// @param archive whether on sites that link stories of the archive, too
    List<String> shown(boolean archive) {
      var places = new HashSet<Integer>();
      var shown = new ArrayList<String>();
      for (var candidate : related) {
        boolean linked = archive || candidate.archive() == null;
        if (linked && places.add(candidate.afterBlock())) {
          shown.add(candidate.uri());
        }
      }
      return shown;
    }

    /// What it links, on sites that link stories of the archive and on those that do not.
    Set<String> linked() {
      var linked = new HashSet<>(shown(true));
      linked.addAll(shown(false));
      return linked;
    }

    Set<String> candidates() {
      return related.stream().map(Candidate::uri).collect(Collectors.toSet());
    }

    Set<String> tellers() {
      return tellings.stream().map(Telling::uri).collect(Collectors.toSet());
    }

    /// All that it names.
    Set<String> named() {
      var named = candidates();
      named.addAll(tellers());
      return named;
    }
  }

  /// Whether its links are still renewed.
  ///
  /// @param firstLive null where that is not known
  boolean isYoung(Instant now, Duration young, @Nullable Instant firstLive) {
    return usable && (firstLive == null ? born : firstLive).plus(young).isAfter(now);
  }
}
