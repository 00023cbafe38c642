package newsroom.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTests {

  @TempDir Path proc;

  @BeforeEach
  void threeProcesses() throws IOException {
    machineUsed(10_000);
    process(10, 1, 500);
    process(11, 10, 20);
    process(12, 1, 7);
  }

  @Test
  void whatIsNotOursIsForeign() {
    // Given
    var before = new CpuReading(0, 10_000, Map.of("broker", 500L, "relay", 100L));
    var after = new CpuReading(2_000_000_000, 10_300, Map.of("broker", 600L, "relay", 250L));

    // When
    var use = after.since(before);

    // Then
    assertThat(use.cpuSeconds()).isEqualTo(Map.of("broker", 1.0, "relay", 1.5));
    assertThat(use.foreignCores()).isCloseTo(0.25, within(1e-9));
    assertThat(use.microsPer("relay", 1000)).isCloseTo(1500, within(1e-9));
    assertThat(use.microsPer("nobody", 1000)).isZero();
  }

  @Test
  void oneNameMayStandForSeveralProcesses() {
    // When
    var reading = new Machine(proc).read(Map.of("both", Set.of(10L, 11L), "other", Set.of(12L)));

    // Then
    assertThat(reading.ticks()).isEqualTo(Map.of("both", 520L, "other", 7L));
    assertThat(reading.busyTicks()).isEqualTo(10_000);
  }

  @Test
  void aFamilyIsAProcessAndItsDescendants() throws IOException {
    // Given
    process(13, 11, 0);

    // When
    var machine = new Machine(proc);

    // Then
    assertThat(new Family(machine, 10).members()).containsExactlyInAnyOrder(10L, 11L, 13L);
    assertThat(new Family(machine, 12).members()).containsExactly(12L);
  }

  @Test
  void aProcessThatIsGoneHasNoTimeOfItsOwn() {
    assertThat(new Machine(proc).read(Map.of("gone", Set.of(99L))).ticks())
        .isEqualTo(Map.of("gone", 0L));
  }

  private void machineUsed(long ticks) throws IOException {
    Files.writeString(proc.resolve("stat"), "cpu  " + ticks + " 0 0 5 0 0 0 0 0 0\ncpu0 1 1 1 1\n");
  }

  private void process(long pid, long parent, long ticks) throws IOException {
    var folder = Files.createDirectory(proc.resolve(Long.toString(pid)));
    var stat = "%d (x) S %d 0 0 0 0 0 0 0 0 0 %d 0 0 0 0".formatted(pid, parent, ticks);
    Files.writeString(folder.resolve("stat"), stat);
  }
}
