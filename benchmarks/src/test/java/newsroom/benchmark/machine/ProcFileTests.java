package newsroom.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcFileTests {

  @Test
  void timeOfItsOwnAndOfEndedChildrenIsAddedWhateverTheProgramIsCalled() {
    // Given
    var stat =
        "4711 (a (odd) name) S 17 4711 4711 0 -1 4194560 900 0 3 0 1234 66 5 4 20 0 31 0 88 9 1 2";

    // Then
    assertThat(ProcFile.processTicks(stat)).isEqualTo(1309);
    assertThat(ProcFile.parent(stat)).isEqualTo(17);
  }

  @Test
  void interruptsAndWaitingAreNoNeighboursButStolenTimeIs() {
    // Given: user nice system idle iowait irq softirq steal guest guest_nice
    var line = "cpu  100 20 30 99999 777 5 6 4 0 0";

    // Then
    assertThat(ProcFile.busyTicks(line)).isEqualTo(154);
  }

  @Test
  void aKernelThatCountsNoStolenTimeIsReadToo() {
    assertThat(ProcFile.busyTicks("cpu  1 2 3 4 5 6 7")).isEqualTo(6);
  }
}
