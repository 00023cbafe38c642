package newsroom.publish.delivery.judging;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.delivery.judging.Retirements.Reconciled;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// Destinations that go from the file of sites and come back, in lots of two.
class RetirementTests {

  private static final String NATIONAL = "national/recording";
  private static final String HARBOR = "harbor/recording";
  private static final Set<String> WITHOUT = Set.of(NATIONAL);
  private static final Set<String> WITH = Set.of(NATIONAL, HARBOR);

  private final Workbench bench = new Workbench();
  private final Recording harbor = bench.at(HARBOR);
  private final Retirements retirements = started();

  @AfterEach
  void close() {
    bench.close();
  }

  /// As after a start.
  private Retirements started() {
    return new Retirements(bench.jdbc, bench.bean(TransactionTemplate.class), 2);
  }

  private Reconciled lot(Set<String> names) {
    return retirements.reconcile(names, bench.clock.instant());
  }

  /// Returns in how many lots.
  private int reconcile(Set<String> names) {
    int lots = 1;
    while (lot(names).more()) {
      lots++;
      assertThat(lots).isLessThan(20);
    }
    return lots;
  }

  private long count(String where) {
    var sql = "select count(*) from publish.delivery where destination = ? and " + where;
    return Objects.requireNonNull(bench.jdbc.queryForObject(sql, Long.class, HARBOR));
  }

  @Test
  void whatWasDueIsParkedLotByLot() {
    // Given
    bench.enter(story(1), story(2), story(3), story(4), story(5));

    // When
    var first = lot(WITHOUT);

    // Then
    assertThat(first.more()).isTrue();
    assertThat(count("state = 'PARKED'")).isEqualTo(2);

    // When
    reconcile(WITHOUT);

    // Then
    assertThat(count("state = 'PARKED' and due_at is null")).isEqualTo(5);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("DUE");
  }

  @Test
  void whatSomebodyHasInHandIsParkedOnceItIsLetGo() {
    // Given
    bench.enter(story(1), story(2));
    var hand = bench.bean(TransactionTemplate.class);

    // When
    var beside =
        hand.execute(
            _ -> {
              bench.jdbc.queryForList(
                  "select 1 from publish.delivery where uri = ? for update", uri(1));
              return reconciledElsewhere();
            });

    // Then
    assertThat(Objects.requireNonNull(beside).more()).isTrue();
    assertThat(bench.state(HARBOR, 1)).isEqualTo("DUE");
    assertThat(bench.state(HARBOR, 2)).isEqualTo("PARKED");

    // When
    reconcile(WITHOUT);

    // Then
    assertThat(bench.state(HARBOR, 1)).isEqualTo("PARKED");
  }

  /// On a connection of its own.
  private Reconciled reconciledElsewhere() {
    var reconciled = new Reconciled[1];
    var other = Thread.ofVirtual().start(() -> reconciled[0] = lot(WITHOUT));
    try {
      assertThat(other.join(Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return reconciled[0];
  }

  @Test
  void whatADestinationMissedIsBroughtLotByLot() {
    // Given
    bench.enter(story(1), story(2), story(3), story(4), story(5), story(6), story(7));
    bench.carry();
    harbor.answer = _ -> new Transmission.Deferred("not now", null);
    bench.enter(story(8));
    bench.carry();
    reconcile(WITHOUT);
    bench.enter(story(2).version(2), story(5).version(2).killed());
    bench.carry(NATIONAL);
    harbor.answer = Recording::accept;
    int before = harbor.carried.size();

    // When
    int lots = reconcile(WITH);
    bench.judge();

    // Then
    assertThat(lots).isGreaterThanOrEqualTo(4);
    assertThat(harbor.shown)
        .containsOnlyKeys(uri(1), uri(2), uri(3), uri(4), uri(6), uri(7), uri(8));
    assertThat(harbor.show(uri(2)).mark().version()).isEqualTo(2);
    assertThat(harbor.carried).hasSize(before + 3);
    assertThat(reconcile(WITH)).isOne();
  }

  @Test
  void whoeverStartsAgainGoesOnWhereTheLastLotEnded() {
    // Given
    bench.enter(story(1), story(2), story(3), story(4), story(5), story(6));
    reconcile(WITHOUT);
    lot(WITH);
    bench.judge();
    assertThat(harbor.shown).hasSize(2);

    // When
    var next = started().reconcile(WITH, bench.clock.instant());
    bench.judge();

    // Then
    assertThat(next.more()).isTrue();
    assertThat(next.back()).containsExactly(HARBOR);
    assertThat(harbor.shown).hasSize(4);
  }

  @Test
  void aDestinationThatGoesAgainBeforeAllIsTakenBackGetsAllWhenItReturns() {
    // Given
    bench.enter(story(1), story(2), story(3), story(4));
    bench.carry();
    reconcile(WITHOUT);
    bench.enter(story(1).version(2), story(4).version(2));
    lot(WITH);

    // When
    reconcile(WITHOUT);
    bench.enter(story(1).version(3).killed());
    reconcile(WITH);
    bench.judge();

    // Then
    assertThat(harbor.shown).containsOnlyKeys(uri(2), uri(3), uri(4));
    assertThat(harbor.show(uri(4)).mark().version()).isEqualTo(2);
  }
}
