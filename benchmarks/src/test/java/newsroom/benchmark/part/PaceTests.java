package newsroom.benchmark.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class PaceTests {

  @Test
  void aSteadyPaceNeverSendsEarlyAndCountsFromWhenItWasMeantTo() {
    // Given
    var from = System.nanoTime();
    var intended = new ArrayList<Long>();

    // When
    Pace.steady(
        100,
        from,
        0.05,
        at -> {
          assertThat(System.nanoTime()).isGreaterThanOrEqualTo(at);
          intended.add(at - from);
        });

    // Then
    assertThat(intended).isEqualTo(List.of(0L, 10_000_000L, 20_000_000L, 30_000_000L, 40_000_000L));
  }

  @Test
  void atFullPaceNoMoreGoesOutThanThereIsRoomFor() throws InterruptedException {
    // Given
    var sent = new ArrayList<Long>();

    // When
    Pace.full(new Semaphore(3), 0.05, sent::add);

    // Then
    assertThat(sent).hasSize(3);
  }
}
