package newsroom.ingest.spike;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikeSweepTests {

  private static final SpikeFilter ALL = new SpikeFilter(null, null, null, null);

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-10-01T10:00:00Z");
  private final InstantSource time = () -> now;
  private Spike spike;
  private SpikeSweep sweep;

  @BeforeEach
  void open() {
    Clock clock = time.withZone(ZoneOffset.UTC);
    spike = SpikeIn.folder(folder, clock);
    sweep = new SpikeSweep(spike, SpikeIn.settings(folder), clock);
  }

  @Test
  void whatHasLainThereLongEnoughGoes() throws Exception {
    // Given
    add("wireone", "old", "rss");
    now = now.plus(Duration.ofDays(29));
    add("wireone", "young", "rss");
    assertThat(sweep.sweep()).isZero();

    // When
    now = now.plus(Duration.ofDays(2));

    // Then
    assertThat(sweep.sweep()).isEqualTo(1);
    assertThat(reasons(ALL)).containsExactly("young");
  }

  @Test
  void theOldestGoWhenThereIsTooMuch() throws Exception {
    // Given
    for (int i = 0; i < 5; i++) {
      now = now.plusSeconds(60);
      add("wireone", i + "x".repeat(3000), null);
    }

    // When
    sweep.sweep();

    // Then
    assertThat(reasons(ALL)).hasSize(3).first().asString().startsWith("4");
  }

  @Test
  void whatSomeoneWorksWithStays() throws Exception {
    // Given
    var id = add("wireone", "old", "rss");
    now = now.plus(Duration.ofDays(31));

    // When
    try (var _ = spike.hold(id)) {
      assertThat(sweep.sweep()).isZero();
    }

    // Then
    assertThat(sweep.sweep()).isEqualTo(1);
  }

  @Test
  void theListIsFiltered() throws Exception {
    // Given
    add("wireone", "No date in line 3.", "rss");
    add("wiretwo", "It is a page.", null);
    now = now.plusSeconds(3600);
    add("wireone", "It is empty.", null);

    // Then
    assertThat(reasons(new SpikeFilter("wireone", null, null, null))).hasSize(2);
    assertThat(reasons(new SpikeFilter(null, "rss", null, null)))
        .containsExactly("No date in line 3.");
    assertThat(reasons(new SpikeFilter(null, "unknown", null, null))).hasSize(2);
    assertThat(reasons(new SpikeFilter(null, null, now, null))).containsExactly("It is empty.");
    assertThat(reasons(new SpikeFilter(null, null, null, "IT IS"))).hasSize(2);
    assertThat(reasons(new SpikeFilter("wiretwo", "rss", null, null))).isEmpty();
  }

  private String add(String agency, String text, @Nullable String format) throws IOException {
    var wire = new Wire(agency, "http", null, null, text.getBytes(UTF_8), now);
    var id = spike.add(wire, "", format, text);
    Files.setLastModifiedTime(folder.resolve(id), FileTime.from(now));
    return id;
  }

  private List<String> reasons(SpikeFilter filter) throws IOException {
    return spike.list(filter, 0, 100).stream().map(SpikedWire::reason).toList();
  }
}
