package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import newsroom.publish.destination.RecordingKind.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ForgettingTests {

  private static final String NATIONAL = "national/recording";
  private static final Duration LONG = Duration.ofDays(100);

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);

  @AfterEach
  void close() {
    bench.close();
  }

  private void enter(int number, long versions) {
    for (long version = 1; version <= versions; version++) {
      bench.enter(story(number).version(version));
      bench.carry();
      bench.clock.advance(Duration.ofMinutes(1));
    }
  }

  private void forget() {
    bench.bean(Forgetting.class).forget();
  }

  private @Nullable Long versions(int number) {
    return bench.jdbc.queryForObject(
        "select count(*) from publish.take where uri = ?", Long.class, uri(number));
  }

  @Test
  void aStoryThatComesAgainAfterItsHistoryWasForgottenIsCarriedNoSecondTime() {
    // Given
    enter(1, 3);
    enter(2, 2);
    bench.enter(story(2).version(3).killed());
    bench.carry();
    bench.clock.advance(LONG);
    forget();
    var carried = national.carried.size();

    // When
    for (long version = 1; version <= 3; version++) {
      bench.enter(story(1).version(version));
    }
    bench.enter(story(2), story(2).version(2), story(2).version(3).killed());
    bench.carry();

    // Then
    assertThat(national.carried).hasSize(carried);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
    assertThat(bench.column("live_version", NATIONAL, 1)).isEqualTo("3");
    assertThat(bench.state(NATIONAL, 2)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void onlyOldVersionsThatCountNoLongerAreForgotten() {
    // Given
    enter(1, 3);
    bench.clock.advance(LONG);
    enter(2, 3);

    // When
    forget();

    // Then
    assertThat(versions(1)).isEqualTo(1);
    assertThat(versions(2)).isEqualTo(3);
  }

  @Test
  void aVersionThatASiteStillShowsIsNotForgotten() {
    // Given
    enter(1, 1);
    bench.enter(story(1).version(2));
    bench.clock.advance(LONG);

    // When
    forget();

    // Then
    assertThat(versions(1)).isEqualTo(2);
  }

  @Test
  void whoToldAStoryFirstIsNotForgotten() {
    // Given
    enter(1, 2);
    bench.jdbc.update(
        "insert into publish.telling (uri, other, agency) values (?, ?, 'southwire')",
        uri(1),
        uri(2));
    bench.clock.advance(LONG);

    // When
    forget();
    forget();

    // Then
    assertThat(versions(1)).isEqualTo(2);
    assertThat(bench.bean(Forgetting.class).lot()).isZero();
  }

  @Test
  void whatSomebodyHoldsIsForgottenTheNextTimeAndNobodyWaits() {
    // Given
    enter(1, 2);
    enter(2, 2);
    bench.clock.advance(LONG);

    // When
    var transaction = bench.bean(TransactionTemplate.class);
    transaction.executeWithoutResult(
        _ -> {
          bench.jdbc.queryForList(
              "select uri from publish.take where uri = ? for update", String.class, uri(1));
          CompletableFuture.runAsync(this::forget).join();
        });

    // Then
    assertThat(versions(1)).isEqualTo(2);
    assertThat(versions(2)).isEqualTo(1);
    forget();
    assertThat(versions(1)).isEqualTo(1);
  }

  @Test
  void manyAreForgottenInSmallLots() {
    // Given
    bench.jdbc.update(
        """
        insert into publish.take (uri, version, created, revision, arrived, outcome)
        select 'urn:newsroom:story:' || md5(i::text), 1, now(), 0, '2026-01-01', 'older'
        from generate_series(1, 1200) i
        """);

    // When
    var forgetting = bench.bean(Forgetting.class);

    // Then
    assertThat(forgetting.lot()).isEqualTo(500);
    assertThat(forgetting.lot()).isEqualTo(500);
    assertThat(forgetting.lot()).isEqualTo(200);
    assertThat(forgetting.lot()).isZero();
  }
}
