package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import newsroom.enrichment.morgue.Bookmark.Origin;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BookmarkTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final Origin HERE = new Origin("cluster", "topic");
  private static final Bookmark BOOKMARK = new Bookmark(HERE, NOON, Map.of(0, 5L, 1, 7L));
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(1));

  @Test
  void itSurvivesTheWayThroughACommit() {
    assertThat(Bookmark.of(BOOKMARK.toUserData())).contains(BOOKMARK);
  }

  @Test
  void anIndexOfAnotherFormHasNone() {
    var data = new HashMap<>(BOOKMARK.toUserData());
    data.put("form", "0");

    assertThat(Bookmark.of(data)).isEmpty();
    assertThat(Bookmark.of(Map.of())).isEmpty();
  }

  @Test
  void readingGoesOnWhereTheTopicStillHoldsTheOffsets() {
    assertThat(BOOKMARK.misfit(HERE, span(0, 7), LONG_AGO)).isEmpty();
  }

  @Test
  void anotherTopicOfTheSameNameDoesNotFit() {
    assertThat(BOOKMARK.misfit(new Origin("cluster", "made again"), span(0, 7), LONG_AGO))
        .contains("another topic");
  }

  @Test
  void aTopicThatEndsBeforeTheBookmarkDoesNotFit() {
    assertThat(BOOKMARK.misfit(HERE, span(0, 6), LONG_AGO)).contains("does not hold");
  }

  @Test
  void aTopicThatBeginsAfterTheBookmarkDoesNotFit() {
    assertThat(BOOKMARK.misfit(HERE, span(6, 9), LONG_AGO)).contains("does not hold");
  }

  @Test
  void aLongAbsenceMayHaveMissedAKill() {
    assertThat(BOOKMARK.misfit(HERE, span(0, 7), NOON.plusSeconds(1))).contains("last read");
  }

  private static Bookmark.Span span(long beginning, long end) {
    return new Bookmark.Span(
        Map.of(partition(0), beginning, partition(1), beginning),
        Map.of(partition(0), end, partition(1), end));
  }

  private static TopicPartition partition(int partition) {
    return new TopicPartition(ArticleTopics.PUBLISHED, partition);
  }
}
