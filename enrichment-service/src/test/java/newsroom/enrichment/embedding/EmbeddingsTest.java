package newsroom.enrichment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /// A model that says how long a text is.
  private record Fake(CountDownLatch gate) implements Model {

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public float[] read(String text) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new float[] {text.length(), 1};
    }
  }

  @Test
  void headlinesThatMeanTheSameAreNearEachOther() {
    // Given
    var embeddings = embeddings(true, MiniLm::load);

    // When
    var dam = embeddings.of(story("Crack found in dam, valley is evacuated", "en")).orElseThrow();
    var flood = embeddings.of(story("Families flee as reservoir wall breaks", "en")).orElseThrow();
    var choir = embeddings.of(story("Choir wins a prize in the capital", "en")).orElseThrow();

    // Then
    assertThat(dam.likeness(dam.toBytes())).isGreaterThan(0.999);
    assertThat(dam.likeness(flood.toBytes())).isGreaterThan(dam.likeness(choir.toBytes()) + 0.2);
  }

  @Test
  void aMeaningThatComesInTimeIsUsed() {
    var embeddings = embeddings(true, () -> new Fake(new CountDownLatch(0)));

    await().untilAsserted(() -> assertThat(embeddings.inTime(story("Dam", "en-GB"))).isPresent());
    assertThat(embeddings.name()).isEqualTo("fake");
  }

  @Test
  void aMeaningThatComesLateIsLeftOutAndCounted() {
    // Given
    var gate = new CountDownLatch(1);
    var embeddings = embeddings(true, () -> new Fake(gate));

    // When
    var answer = embeddings.inTime(story("Dam", "en"));

    // Then
    assertThat(answer).isEmpty();
    assertThat(meters.counter("newsroom.embedding.late").count()).isEqualTo(1);
    gate.countDown();
  }

  @Test
  void moreHeadlinesThanCanBeReadAreNotWaitedFor() {
    // Given
    var gate = new CountDownLatch(1);
    var embeddings = embeddings(true, () -> new Fake(gate));
    embeddings.name();

    // Then
    for (var headline : List.of("a", "b", "c", "d")) {
      assertThat(embeddings.inTime(story(headline, "en"))).isEmpty();
    }
    gate.countDown();
  }

  @Test
  void aModelThatCannotBeLoadedLeavesWordsAlone() {
    // Given
    var embeddings =
        embeddings(
            true,
            () -> {
              throw new UnsatisfiedLinkError("no library for this machine");
            });

    // Then
    assertThat(embeddings.of(story("Dam", "en"))).isEmpty();
    assertThat(embeddings.name()).isEmpty();
  }

  @Test
  void anotherLanguageIsNotReadAndNotMissed() {
    var embeddings = embeddings(true, () -> new Fake(new CountDownLatch(0)));

    assertThat(embeddings.covers(story("Barrage", "fr"))).isFalse();
    assertThat(embeddings.inTime(story("Barrage", "fr"))).isEmpty();
    assertThat(meters.counter("newsroom.embedding.late").count()).isZero();
  }

  @Test
  void switchedOffNothingIsLoaded() {
    var embeddings =
        embeddings(
            false,
            () -> {
              throw new AssertionError("loaded");
            });

    assertThat(embeddings.covers(story("Dam", "en"))).isFalse();
    assertThat(embeddings.name()).isEmpty();
  }

  private Embeddings embeddings(boolean enabled, Supplier<Model> loading) {
    var settings = new EmbeddingSettings(enabled, Duration.ofMillis(100), 1);
    return new Embeddings(settings, meters, loading);
  }

  private static Story story(String headline, String language) {
    var mark = new Mark(1, Instant.EPOCH, 0);
    var heading = new Story.Heading(headline, "");
    return new Story(headline, mark, language, heading, List.of(), "", Instant.EPOCH);
  }
}
