package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.schema.Published;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

  private static final EventCodec<Published> CODEC = EventCodec.PUBLISHED;
  private static final List<TopicPartition> PARTITIONS =
      List.of(
          new TopicPartition(ArticleTopics.PUBLISHED, 0),
          new TopicPartition(ArticleTopics.PUBLISHED, 1));
  private static final int STORIES = 1_000;

  @TempDir Path folder;
  private final MockConsumer<String, byte[]> topic = new MockConsumer<>("earliest");

  @BeforeEach
  void fill() {
    topic.assign(PARTITIONS);
    topic.updateBeginningOffsets(each(_ -> 0L));
    topic.updateEndOffsets(each(_ -> STORIES / 2L));
    PARTITIONS.forEach(partition -> topic.seek(partition, 0));
    topic.setMaxPollRecords(300);
    for (int i = 0; i < STORIES; i++) {
      // each story twice
      int version = 1 + i / 2 % 2;
      var name = "story-" + i % 2 + "-" + i / 4;
      var event =
          article(name, "Version " + version, DAM)
              .setVersion(version)
              .setVersionCreated(NOON.plus(Duration.ofHours(version)))
              .build();
      topic.addRecord(
          new ConsumerRecord<>(
              ArticleTopics.PUBLISHED,
              i % 2,
              i / 2,
              event.getUri().toString(),
              CODEC.encode(live(event))));
    }
  }

  @Test
  void aBookmarkNeverStandsBeyondWhatIsWritten() throws IOException {
    try (var index = Index.open(folder, Embeddings.none());
        var reading = new Reading(topic, index, Clock.systemUTC())) {
      var origin = new Bookmark.Origin("cluster", "topic");
      while (!reading.state().caughtUp()) {
        // When
        step(reading);
        reading.commit(origin, false, NOON);

        // Then
        assertThat(index.bookmark().orElseThrow().written()).isEqualTo(NOON);
        var offsets = index.bookmark().orElseThrow().offsets().values();
        assertThat(offsets.stream().mapToLong(Long::longValue).sum()).isEqualTo(reading.applied());
      }
      assertThat(reading.applied()).isEqualTo(STORIES);
    }
  }

  @Test
  void ofAFloodTheLastWordOnEachStoryStays() throws IOException {
    try (var index = Index.open(folder, Embeddings.none());
        var reading = new Reading(topic, index, Clock.systemUTC())) {
      // When
      while (!reading.state().caughtUp()) {
        step(reading);
      }

      // Then
      assertThat(index.documents()).isEqualTo(STORIES / 2);
      assertThat(index.find(uri("story-0-0")).orElseThrow().getKey().version()).isEqualTo(2);
    }
  }

  @SuppressWarnings("NullAway") // all can be read, so there is nobody to be told of what cannot
  private static void step(Reading reading) throws IOException {
    reading.step(Duration.ofSeconds(1), null);
  }

  private static Map<TopicPartition, Long> each(Function<TopicPartition, Long> value) {
    return PARTITIONS.stream().collect(Collectors.toMap(Function.identity(), value));
  }
}
