package newsroom.benchmark.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HistogramsTests {

  private static final long MILLI = 1_000_000;

  @Test
  void histogramsOfTwoBlocksAddUpAfterTravellingAsText() {
    // Given
    var first = Histograms.write(millis(1, 50));
    var second = Histograms.write(millis(51, 100));

    // When
    var latency = Latency.of(Histograms.sum(List.of(first, second)));

    // Then
    assertThat(latency.count()).isEqualTo(100);
    assertThat(latency.p50()).isCloseTo(50, within(0.1));
    assertThat(latency.p99()).isCloseTo(99, within(0.1));
    assertThat(latency.max()).isCloseTo(100, within(0.1));
  }

  @Test
  void nothingMeasuredIsNoLatency() {
    assertThat(Latency.of(Histograms.sum(List.of())).count()).isZero();
  }

  private static Histogram millis(long from, long to) {
    var histogram = Histograms.empty();
    LongStream.rangeClosed(from, to).forEach(milli -> histogram.recordValue(milli * MILLI));
    return histogram;
  }
}
