package newsroom.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTest {

  private static final Map<String, Integer> GRADES = Map.of("event", 2, "subject", 1);

  @Test
  void theBestOrderIsOne() {
    assertThat(Measure.NDCG.of(List.of("event", "subject", "other"), GRADES)).isEqualTo(1);
    assertThat(Measure.STRICT.of(List.of("event"), GRADES)).isEqualTo(1);
    assertThat(Measure.MRR.of(List.of("event"), GRADES)).isEqualTo(1);
  }

  @Test
  void theEventCountsThreeTimesTheSubject() {
    double best = 3 + 1 / (Math.log(3) / Math.log(2));
    double found = 1 + 3 / (Math.log(3) / Math.log(2));

    assertThat(Measure.NDCG.of(List.of("subject", "event"), GRADES))
        .isCloseTo(found / best, within(1e-9));
    assertThat(Measure.STRICT.of(List.of("subject", "event"), GRADES))
        .isCloseTo(Math.log(2) / Math.log(3), within(1e-9));
    assertThat(Measure.MRR.of(List.of("subject", "event"), GRADES)).isEqualTo(0.5);
  }

  @Test
  void whatStandsSixthIsNotSeen() {
    var ranked = List.of("a", "b", "c", "d", "e", "event");

    assertThat(Measure.NDCG.of(ranked, GRADES)).isZero();
    assertThat(Measure.MRR.of(ranked, GRADES)).isCloseTo(1 / 6.0, within(1e-9));
  }

  @Test
  void theIntervalHoldsTheMeanAndWidensWithDoubt() {
    // Given
    var zeros = new double[100];
    var same = new double[100];
    var mixed = new double[100];
    Arrays.fill(same, 0.5);
    Arrays.setAll(mixed, i -> i % 2);

    // Then
    assertThat(Interval.of(same, zeros)).isEqualTo(new Interval(0.5, 0.5, 0.5));
    assertThat(Interval.of(mixed, zeros))
        .satisfies(interval -> assertThat(interval.low()).isBetween(0.3, 0.49))
        .satisfies(interval -> assertThat(interval.high()).isBetween(0.51, 0.7));
  }
}
