package newsroom.benchmark.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import newsroom.benchmark.fanout.load.FanoutResult.Sample;
import newsroom.benchmark.fanout.load.Memory;
import org.junit.jupiter.api.Test;

class FanoutReportTests {

  @Test
  void whatGrowsByThreeEachMinuteHasThatSlope() {
    // Given
    var samples = List.of(sample(1, 10), sample(2, 13), sample(3, 16), sample(4, 19));

    // When
    var slope = FanoutReport.slope(samples, it -> it.memory().liveBytes());

    // Then
    assertThat(slope).isCloseTo(3, within(1e-9));
  }

  @Test
  void oneLookHasNoSlope() {
    assertThat(FanoutReport.slope(List.of(sample(1, 10)), Sample::minute)).isZero();
  }

  private static Sample sample(double minute, long live) {
    return new Sample(minute, new Memory(0, live), 0);
  }
}
