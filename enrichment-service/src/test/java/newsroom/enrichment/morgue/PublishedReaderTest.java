package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import newsroom.enrichment.embedding.Embeddings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class PublishedReaderTest {

  private static final String INDEX = "glob:**/segments_*";

  @TempDir private Path folder;

  private final Morgue morgue = new Morgue();

  @Test
  void itReadsOnAfterAnError() {
    // Given
    var readings = new AtomicInteger();
    var reader =
        new PublishedReader(
            morgue,
            Cabinets.in(folder),
            _ -> {
              if (readings.incrementAndGet() == 1) {
                throw new StackOverflowError("a nest too deep");
              }
            });

    // When
    reader.start();

    // Then
    await().until(() -> String.valueOf(morgue.state().trouble()).contains("a nest too deep"));
    await().untilAsserted(() -> assertThat(readings.get()).isGreaterThan(1));
    reader.stop();
  }

  @Test
  void aDamagedIndexIsTakenAway() throws IOException {
    // When
    fail(Cabinets.in(made()), new CorruptIndexException("bits fell over", "segments_1"));

    // Then
    assertThat(folder.resolve("index")).isDirectoryNotContaining(INDEX);
  }

  @Test
  void noIndexIsTakenAwayBecauseKafkasCertificatesAreMissing() throws IOException {
    // Given
    var secured =
        Map.<String, Object>of(
            "bootstrap.servers",
            "127.0.0.1:1",
            "security.protocol",
            "SSL",
            "ssl.truststore.location",
            folder.resolve("certificates.jks").toString());
    var missing = catchThrowableOfType(KafkaException.class, () -> Admin.create(secured).close());
    assertThat(missing).hasRootCauseInstanceOf(NoSuchFileException.class);

    // When
    fail(Cabinets.in(made()), missing);

    // Then
    assertThat(folder.resolve("index")).isDirectoryContaining(INDEX);
  }

  @Test
  void whatOthersUseTooIsNotTakenAwayBecauseAFileIsMissingHere() throws IOException {
    try (var there = new StandIn();
        var clusters = clusters(there)) {
      // When
      fail(clusters, new UncheckedIOException(new NoSuchFileException("stop-words.txt")));

      // Then
      assertThat(morgue.state().trouble()).doesNotContain("is built again");
      assertThat(there.asked()).noneMatch(request -> request.startsWith("DELETE"));
    }
  }

  private static Clusters clusters(StandIn there) {
    var keeps = new Cluster.Keeps(Clock.systemUTC(), Duration.ofHours(20));
    return new Clusters(there.settings(""), Embeddings.none(), keeps);
  }

  private Path made() throws IOException {
    try (var index = Index.open(folder.resolve("index"), Embeddings.none())) {
      index.commit(new Bookmark(new Bookmark.Origin("c", "t"), NOON, Map.of()), true);
    }
    return folder;
  }

  /// Reads once in vain, and once more after that.
  private void fail(Cabinets cabinets, Exception failure) {
    var readings = new AtomicInteger();
    var reader =
        new PublishedReader(
            morgue,
            cabinets,
            _ -> {
              if (readings.incrementAndGet() == 1) {
                switch (failure) {
                  case RuntimeException unchecked -> throw unchecked;
                  case IOException checked -> throw checked;
                  default -> throw new IllegalStateException(failure);
                }
              }
            });
    reader.start();
    await().until(() -> readings.get() > 1);
    reader.stop();
  }

  @Test
  void aReaderThatHangsIsSeenInHealth() {
    // Given
    var hangs = new CountDownLatch(1);
    var reader =
        new PublishedReader(
            morgue,
            Cabinets.in(folder),
            _ -> {
              morgue.say(new Morgue.State(true, 0, null, null));
              try {
                hangs.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    var health = new MorgueHealth(morgue, new SimpleMeterRegistry(), Duration.ofMillis(100));

    // When
    reader.start();

    // Then
    await().until(() -> health.health().getStatus().equals(Status.DOWN));
    await().until(() -> health.health().getDetails().toString().contains("does not turn"));
    hangs.countDown();
    reader.stop();
  }
}
