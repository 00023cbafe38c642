package newsroom.ingest.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikeTests {

  private static final Instant RECEIVED = Instant.parse("2026-11-20T09:00:00Z");

  private static final SpikeFilter ALL = new SpikeFilter(null, null, null, null);

  @TempDir Path folder;

  @Test
  void aWireComesBackAsItWent() throws Exception {
    // Given
    var wire =
        new Wire(
            "wireone",
            "feed",
            "https://example.org/rss",
            "latin1",
            new byte[] {1, -1, 0},
            RECEIVED);

    // When
    var id = spike().add(wire, "", null, "It is unreadable.");

    // Then
    var back = spike().wire(id).orElseThrow();
    assertThat(back.bytes()).containsExactly(1, -1, 0);
    assertThat(back).usingRecursiveComparison().ignoringFields("content").isEqualTo(wire);
  }

  @Test
  void spikingTwiceIsSpikingOnceWithTheLatestReason() throws Exception {
    // When
    var first = spike().add(wire("a"), "", null, "It is unreadable.");
    var second = spike().add(wire("a"), "", null, "Line 3 has no end.");

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(spike().list(ALL, 0, 10))
        .extracting(SpikedWire::reason)
        .containsExactly("Line 3 has no end.");
  }

  @Test
  void partsOfOneWireAndTheWireItselfHaveEachTheirPlace() throws Exception {
    // Then
    assertThat(spike().add(wire("a"), "0", "rss", "No date."))
        .isNotEqualTo(spike().add(wire("a"), "1", "rss", "No date."))
        .isNotEqualTo(spike().add(wire("a"), "", null, "No date."));
    assertThat(spike().list(ALL, 0, 10)).hasSize(3);
  }

  @Test
  void theNewestIsListedFirst() throws Exception {
    // Given
    for (int i = 0; i < 3; i++) {
      var id = spike().add(wire("wire " + i), "", null, "reason " + i);
      Files.setLastModifiedTime(folder.resolve(id), FileTime.from(RECEIVED.plusSeconds(i)));
    }

    // Then
    assertThat(spike().list(ALL, 0, 2))
        .extracting(SpikedWire::reason)
        .containsExactly("reason 2", "reason 1");
    assertThat(spike().list(ALL, 2, 2)).extracting(SpikedWire::reason).containsExactly("reason 0");
  }

  @Test
  void whatWasHalfWrittenAtACrashIsNotOnTheSpike() throws Exception {
    // Given
    var half = Files.createDirectories(folder.resolve(".0123.coming-1"));
    Files.writeString(half.resolve("wire"), "half");

    // Then
    assertThat(spike().list(ALL, 0, 10)).isEmpty();
  }

  @Test
  void anIdThatIsAPathFindsNothing() throws Exception {
    // Given
    Files.writeString(folder.resolve("reason.json"), "{}");

    // Then
    for (var id : new String[] {".", "..", "../" + folder.getFileName(), "a/b", ""}) {
      assertThat(spike().find(id)).isEmpty();
      assertThat(spike().remove(id)).isFalse();
    }
  }

  private Spike spike() {
    return SpikeIn.folder(folder);
  }

  private static Wire wire(String text) {
    return new Wire("wireone", "http", null, null, text.getBytes(StandardCharsets.UTF_8), RECEIVED);
  }
}
