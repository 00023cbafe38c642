package newsroom.enrichment.enricher;

import static newsroom.enrichment.Copy.article;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Label;
import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Story;
import org.junit.jupiter.api.Test;

class EnrichersTest {

  private static final EnricherSettings SETTINGS =
      new EnricherSettings(Duration.ofMillis(500), Duration.ofMinutes(1), Map.of());

  private static final Story STORY = Stories.of(article("dam", "Crack found", "Text.").build());

  /// An enricher that does as told.
  private record Fake(String name, Work work) implements Enricher {

    interface Work {
      List<Candidate> on(Story story) throws IOException;
    }

    @Override
    public Enrichment enrich(Story story) throws IOException {
      return new Enrichment(work.on(story), List.of());
    }
  }

  @Test
  void oneThatFailsIsNamedAndTheOthersAnswersStay() {
    // Given
    var enrichers =
        enrichers(
            new Fake("good", story -> List.of(link(story.uri()))),
            new Fake(
                "broken",
                _ -> {
                  throw new IOException("no index");
                }));

    // When
    var enrichment = enrichers.enrichAll(List.of(Optional.of(STORY))).getFirst();

    // Then
    assertThat(enrichment.missing()).containsExactly("broken");
    assertThat(enrichment.related()).hasSize(1);
  }

  @Test
  void whatAnEnricherDidWithoutIsNamedBesideItsLinks() {
    // Given
    var enricher =
        new Enricher() {
          @Override
          public String name() {
            return "related";
          }

          @Override
          public Enrichment enrich(Story story) {
            return new Enrichment(List.of(link(story.uri())), List.of("embedding"));
          }
        };

    // When
    var enrichment = enrichers(enricher).enrichAll(List.of(Optional.of(STORY))).getFirst();

    // Then
    assertThat(enrichment.missing()).containsExactly("embedding");
    assertThat(enrichment.related()).hasSize(1);
  }

  @Test
  void oneThatHangsHoldsNoStoryAndIsLeftAloneForAWhile() {
    // Given
    var asked = new AtomicInteger();
    var never = new CountDownLatch(1);
    var enrichers =
        enrichers(
            new Fake(
                "hanging",
                _ -> {
                  asked.incrementAndGet();
                  try {
                    never.await();
                  } catch (InterruptedException _) {
                    throw new IOException("told to stop");
                  }
                  return List.of();
                }));

    // When
    var first = enrichers.enrichAll(List.of(Optional.of(STORY)));
    var second = enrichers.enrichAll(List.of(Optional.of(STORY)));

    // Then
    assertThat(first.getFirst().missing()).containsExactly("hanging");
    assertThat(second.getFirst().missing()).containsExactly("hanging");
    assertThat(asked).hasValue(1);
  }

  @Test
  void oneWithABudgetOfItsOwnIsNotWaitedForLonger() {
    // Given
    var never = new CountDownLatch(1);
    var hanging =
        new Fake(
            "hanging",
            _ -> {
              try {
                never.await();
              } catch (InterruptedException _) {
                throw new IOException("told to stop");
              }
              return List.of();
            });
    var settings =
        new EnricherSettings(
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Map.of("hanging", Duration.ofMillis(20), "good", Duration.ofHours(1)));
    var enrichers =
        new Enrichers(
            List.of(hanging, new Fake("good", story -> List.of(link(story.uri())))),
            settings,
            Clock.systemUTC(),
            new SimpleMeterRegistry());

    // When
    var enrichment = enrichers.enrichAll(List.of(Optional.of(STORY))).getFirst();

    // Then
    assertThat(enrichment.missing()).containsExactly("hanging");
    assertThat(enrichment.related()).hasSize(1);
    assertThat(settings.budget("good")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aBatchKeepsItsOrder() {
    // Given
    var enrichers = enrichers(new Fake("good", story -> List.of(link(story.uri()))));
    var stories =
        IntStream.range(0, 200)
            .mapToObj(i -> Stories.of(article("s" + i, "Headline", "Text.").build()))
            .map(Optional::of)
            .toList();

    // When
    var enrichments = enrichers.enrichAll(stories);

    // Then
    assertThat(enrichments)
        .extracting(enrichment -> enrichment.related().getFirst().uri())
        .isEqualTo(stories.stream().map(story -> story.orElseThrow().uri()).toList());
  }

  @Test
  void whatIsNoStoryIsNotAskedAbout() {
    var enrichers = enrichers(new Fake("good", story -> List.of(link(story.uri()))));

    assertThat(enrichers.enrichAll(List.of(Optional.empty()))).containsExactly(Enrichment.NONE);
  }

  private static Enrichers enrichers(Enricher... enrichers) {
    return new Enrichers(
        List.of(enrichers), SETTINGS, Clock.systemUTC(), new SimpleMeterRegistry());
  }

  private static Candidate link(String uri) {
    return new Candidate(uri, "Headline", Label.ADDITIONAL_REPORTING, 1, "", 1, null);
  }
}
