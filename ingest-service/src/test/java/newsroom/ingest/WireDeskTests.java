package newsroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import newsroom.ingest.agency.Agencies;
import newsroom.ingest.agency.CopyTaster;
import newsroom.ingest.draft.FakeKafka;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Formats;
import newsroom.ingest.language.Languages;
import newsroom.ingest.quiet.Quiet;
import newsroom.ingest.reading.Reader;
import newsroom.ingest.spike.SpikeIn;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireDeskTests {

  @TempDir Path folder;

  private final FakeKafka kafka = new FakeKafka();

  @Test
  void everyStoryOfAWireIsDrafted() throws Exception {
    // When
    var receipt = desk().take(wire(Plain.HARBOUR));

    // Then
    assertThat(receipt.spiked()).isEmpty();
    assertThat(receipt.stories())
        .containsExactly(
            new Receipt.Filed(kafka.onlyKey(), 3, "Harbour bridge opens after two-year repair"));
  }

  @Test
  void aWireThatCannotBeReadLiesOnTheSpikeWithItsBytes() throws Exception {
    // When
    var receipt = desk().take(wire(Plain.NONSENSE));

    // Then
    assertThat(receipt.stories()).isEmpty();
    var spiked = receipt.spiked().getFirst();
    assertThat(spiked.reason()).isEqualTo("This plain wire is nonsense from its first line on.");
    assertThat(folder.resolve("spike").resolve(spiked.id()).resolve("wire"))
        .hasContent(Plain.NONSENSE);
    assertThat(folder.resolve("spike").resolve(spiked.id()).resolve("reason.json"))
        .content()
        .contains("\"format\" : \"plain\"");
    assertThat(kafka.sent()).isEmpty();
  }

  @Test
  void oneBadStoryDoesNotStopTheOthersOfItsWire() throws Exception {
    // When
    var receipt = desk().take(wire(Plain.TWO_GOOD_ONE_BAD));

    // Then
    assertThat(receipt.stories())
        .extracting(Receipt.Filed::headline)
        .containsExactly("Valley school wins choir prize", "Night trains return to the coast line");
    assertThat(receipt.spiked())
        .extracting(Receipt.Spiked::reason)
        .containsExactly("Story “mixed-2”: the date “yesterday” is no date.");
  }

  @Test
  void aWireOfWhichManyStoriesFailIsKeptOnce() throws Exception {
    // Given
    var bad = "guid: bad\nbad: no date.\n----\n".repeat(200);

    // When
    var receipt = desk().take(wire("PLAIN\n" + bad + "guid: good\nheadline: Bridge opens"));

    // Then
    assertThat(receipt.stories()).hasSize(1);
    assertThat(receipt.spiked()).hasSize(1);
    assertThat(receipt.spiked().getFirst().reason()).startsWith("200 stories of this wire: Story");
  }

  @Test
  void aReaderThatBreaksCostsOneWireAndNoMore() throws Exception {
    // When
    var receipt = desk().take(wire("PLAIN BREAKS"));

    // Then
    assertThat(receipt.spiked().getFirst().reason()).contains("a mistake of the reader");
  }

  @Test
  void aFeedWithoutAStoryIsTakenAndSpikesNothing() throws Exception {
    // When
    var receipt = desk().take(wire("PLAIN EMPTY"));

    // Then
    assertThat(receipt.stories()).isEmpty();
    assertThat(receipt.spiked()).isEmpty();
    assertThat(folder.resolve("spike")).doesNotExist();
  }

  @Test
  void theDeskIsClosedWhenKafkaDoesNotAcknowledge() {
    // Given
    kafka.refuse();

    // Then
    assertThatThrownBy(() -> desk().take(wire(Plain.TWO_GOOD_ONE_BAD)))
        .isInstanceOf(DeskClosed.class)
        .hasMessageContaining("Kafka");
    assertThat(folder.resolve("spike")).doesNotExist();
  }

  @Test
  void theDeskIsClosedWhenTheSpikeCannotBeWritten() throws Exception {
    // Given
    Files.writeString(folder.resolve("spike"), "a file where the folder should be");

    // Then
    assertThatThrownBy(() -> desk().take(wire(Plain.NONSENSE)))
        .isInstanceOf(DeskClosed.class)
        .hasMessageContaining("spike");
  }

  @Test
  void aStoryWithNeitherHeadlineNorTextIsSpikedByName() throws Exception {
    // When
    var receipt = desk().take(wire("PLAIN\nguid: empty-7"));

    // Then
    assertThat(receipt.spiked().getFirst().reason()).contains("empty-7").contains("headline");
  }

  @Test
  void whatIsForEditorsOnlyNeverLeavesTheDesk() throws Exception {
    // When
    var receipt =
        desk()
            .take(
                new Wire(
                    "ap",
                    "http",
                    null,
                    null,
                    "PLAIN\nguid: digest-1\nheadline: AP News Digest 6 a.m.\n\nStories to come."
                        .getBytes(StandardCharsets.UTF_8),
                    Instant.parse("2026-11-20T09:00:00Z")));

    // Then
    assertThat(kafka.sent()).isEmpty();
    assertThat(receipt.spiked())
        .extracting(Receipt.Spiked::reason)
        .containsExactly(
            "Story “digest-1” is an advisory for editors by its headline “AP News Digest 6 a.m.”.");
  }

  private WireDesk desk() {
    return new WireDesk(
        new Reader(
            new Formats(List.of(new PlainFormat()), new Agencies(), FormatLimits.usual()),
            new CopyTaster(new Agencies(), new Languages()),
            new Agencies()),
        kafka.drafts(),
        SpikeIn.folder(folder.resolve("spike")),
        Quiet.nobodyExpected(),
        new SimpleMeterRegistry());
  }

  private static Wire wire(String text) {
    return new Wire(
        "wireone",
        "http",
        null,
        null,
        text.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-11-20T09:00:00Z"));
  }
}
