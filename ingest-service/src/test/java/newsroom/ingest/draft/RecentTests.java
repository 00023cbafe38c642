package newsroom.ingest.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecentTests {

  private Instant now = Instant.parse("2026-11-20T09:00:00Z");

  private final Recent recent =
      new Recent(
          2,
          Duration.ofMinutes(10),
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  @Test
  void theSecondToAskWaitsForTheFirst() {
    // Given
    var first = new CompletableFuture<Void>();

    // Then
    assertThat(recent.earlier(key("a"), first)).isNull();
    assertThat(recent.earlier(key("a"), new CompletableFuture<>())).isSameAs(first);
  }

  @Test
  void theEldestGivesWayToTheNewest() {
    // When
    var _ = recent.earlier(key("a"), new CompletableFuture<>());
    var _ = recent.earlier(key("b"), new CompletableFuture<>());
    var _ = recent.earlier(key("c"), new CompletableFuture<>());

    // Then
    assertThat(recent.earlier(key("c"), new CompletableFuture<>())).isNotNull();
    assertThat(recent.earlier(key("a"), new CompletableFuture<>())).isNull();
  }

  @Test
  void anOldOneIsForgotten() {
    // Given
    var _ = recent.earlier(key("a"), new CompletableFuture<>());

    // When
    now = now.plus(Duration.ofMinutes(11));

    // Then
    assertThat(recent.earlier(key("a"), new CompletableFuture<>())).isNull();
  }

  @Test
  void oneThatKeepsComingStaysKnown() {
    // Given
    var _ = recent.earlier(key("a"), new CompletableFuture<>());

    // Then
    for (int poll = 0; poll < 5; poll++) {
      now = now.plus(Duration.ofMinutes(9));
      assertThat(recent.earlier(key("a"), new CompletableFuture<>())).isNotNull();
    }
  }

  @Test
  void whatTheTopicHasIsKnownAfterARestart() {
    // When
    recent.fill(Map.of(key("a"), now.minusSeconds(60)));

    // Then
    assertThat(recent.earlier(key("a"), new CompletableFuture<>())).isCompleted();
  }

  @Test
  void whatWasDraftedMeanwhileIsNewerThanWhatTheTopicHas() {
    // Given
    var _ = recent.earlier(undated("a", "new"), new CompletableFuture<>());

    // When
    recent.fill(Map.of(undated("a", "old"), now.minusSeconds(60)));

    // Then
    assertThat(recent.earlier(undated("a", "new"), new CompletableFuture<>())).isNotNull();
    assertThat(recent.earlier(undated("a", "old"), new CompletableFuture<>())).isNull();
  }

  @Test
  void theLastContentOnTheTopicIsTheOneThatIsKnown() {
    // Given
    var drafted = new LinkedHashMap<Recent.Key, Instant>();
    drafted.put(undated("a", "first"), now.minusSeconds(60));
    drafted.put(undated("a", "second"), now.minusSeconds(30));

    // When
    recent.fill(drafted);

    // Then
    assertThat(recent.earlier(undated("a", "second"), new CompletableFuture<>())).isNotNull();
    assertThat(recent.earlier(undated("a", "first"), new CompletableFuture<>())).isNull();
  }

  @Test
  void whatIsTooOldOnTheTopicIsNotKnown() {
    // When
    recent.fill(Map.of(key("a"), now.minus(Duration.ofMinutes(11))));

    // Then
    assertThat(recent.earlier(key("a"), new CompletableFuture<>())).isNull();
  }

  private static Recent.Key undated(String uri, String content) {
    return new Recent.Key(uri, 1, null, content);
  }

  private static Recent.Key key(String uri) {
    return new Recent.Key(uri, 1, null, "");
  }
}
