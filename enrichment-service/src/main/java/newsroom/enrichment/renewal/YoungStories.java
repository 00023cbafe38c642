package newsroom.enrichment.renewal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import newsroom.enrichment.enricher.Earlier;
import newsroom.enrichment.story.Candidates;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Tellings;
import newsroom.schema.Enriched;
import newsroom.schema.PubStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The stories of this instance's share that are still young, as `articles.enriched` has them.
/// Written by one thread, asked by many.
@Component
class YoungStories implements Earlier {

  private final RenewalSettings settings;
  private final Clock clock;
  private final Map<String, Young> stories = new ConcurrentHashMap<>();
  private final Map<String, Instant> firstLive = new ConcurrentHashMap<>();

  /// Which young stories name a story, as a link or as the same told by another agency.
  private final Map<String, Set<String>> naming = new ConcurrentHashMap<>();

  YoungStories(RenewalSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  Optional<Young> find(String uri) {
    return Optional.ofNullable(stories.get(uri));
  }

  Set<String> naming(String target) {
    return Set.copyOf(naming.getOrDefault(target, Set.of()));
  }

  int size() {
    return stories.size();
  }

  @Override
  public Set<String> links(String uri) {
    return find(uri).map(young -> young.links().linked()).orElse(Set.of());
  }

  /// Takes an event in.
  ///
  /// @return the story, where this is a newer word on it
  Optional<Young> apply(ConsumerRecord<String, byte[]> event, Enriched enriched) {
    var before = stories.get(event.key());
    var now = read(event, enriched, before);
    if (before != null && before.mark().compareTo(now.mark()) >= 0) {
      return Optional.empty();
    }
    if (before != null) {
      unname(before);
    }
    stories.put(now.uri(), now);
    now.links()
        .named()
        .forEach(
            it -> naming.computeIfAbsent(it, _ -> ConcurrentHashMap.newKeySet()).add(now.uri()));
    return Optional.of(now);
  }

  private static Young read(
      ConsumerRecord<String, byte[]> event, Enriched enriched, @Nullable Young before) {
    var article = enriched.getArticle();
    var embargo = article.getEmbargoedUntil();
    var told = enriched.getEnriched();
    var born = before == null ? told : before.born();
    var place =
        new Young.Place(new TopicPartition(event.topic(), event.partition()), event.offset());
    return new Young(
        event.key(),
        new Mark(enriched.getVersion(), enriched.getVersionCreated(), enriched.getRevision()),
        place,
        article.getPubStatus() == PubStatus.USABLE,
        new Young.Links(Candidates.of(enriched), Tellings.of(enriched)),
        embargo != null && embargo.isAfter(born) ? embargo : born,
        told);
  }

  private void unname(Young young) {
    for (var target : young.links().named()) {
      naming.computeIfPresent(
          target,
          (_, by) -> {
            by.remove(young.uri());
            return by.isEmpty() ? null : by;
          });
    }
  }

  /// A story of the share came live, then or earlier.
  void live(String uri, Instant first) {
    if (stories.containsKey(uri)) {
      firstLive.put(uri, first);
    }
  }

  boolean isYoung(Young young) {
    return young.isYoung(clock.instant(), settings.young(), firstLive.get(young.uri()));
  }

  /// Forgets these, and those that are no longer young, and the oldest of too many.
  ///
  /// @return what was forgotten
  List<String> forget(Predicate<Young> unwanted) {
    var now = clock.instant();
    var old = now.minus(settings.young());
    var gone =
        stories.values().stream()
            .filter(it -> unwanted.test(it) || (!isYoung(it) && it.told().isBefore(old)))
            .toList();
    gone.forEach(this::drop);
    var many =
        stories.values().stream()
            .sorted(Comparator.comparing(Young::told))
            .limit(Math.max(0, stories.size() - settings.most()))
            .toList();
    many.forEach(this::drop);
    return Stream.concat(gone.stream(), many.stream()).map(Young::uri).toList();
  }

  private void drop(Young young) {
    stories.remove(young.uri());
    firstLive.remove(young.uri());
    unname(young);
  }
}
