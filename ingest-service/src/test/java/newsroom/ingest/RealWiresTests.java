package newsroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.draft.Draft;
import newsroom.ingest.draft.FakeKafka;
import newsroom.ingest.draft.NotAcknowledged;
import newsroom.ingest.draft.Origin;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.reading.Reader;
import newsroom.ingest.reading.ReadingRoom;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;

/// Takes every file of a collection of real wires over the desk, where one lies beside the project,
/// or where the system property `newsroom.samples` says.
class RealWiresTests {

  private static final Path SAMPLES =
      Path.of(System.getProperty("newsroom.samples", "../../shared/samples"))
          .toAbsolutePath()
          .normalize();

  private static final List<String> NO_WIRES = List.of("schema", "feed-expected");
  private static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:00Z");

  /// What a format says of bytes that it did not expect; no wire may be spiked so.
  private static final String BROKE = "(?s).*(this wire cannot be read|broke the profile).*";

  /// Of this thread, so that a busy machine fails no test.
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  /// What became of the files of one folder.
  private static final class Row {
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int files;
    private int give;
    private int stories;
    private int empty;
    private int spiked;
  }

  /// The stories of one wire, under an agency of its own: the files of a collection share guids.
  private record Copies(String agency, List<Copy> copies) {}

  private final Map<String, Row> rows = new TreeMap<>();

  @Test
  void eachFileGivesStoriesOrAReasonAndADraftForEachVersionOnly() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), () -> "no wire samples at " + SAMPLES);
    var kafka = FakeKafka.remembering(100_000);
    var wires = new ArrayList<Copies>();
    try (var room = ReadingRoom.open("--logging.level.root=off")) {
      for (var file : files()) {
        var agency = "real-" + wires.size();
        wires.add(new Copies(agency, read(room.reader(), file, agency)));
      }
    }

    // When
    var first = draft(kafka, wires, "http", RECEIVED);
    var sent = kafka.sent().size();
    var again = draft(kafka, wires, "drop-folder", RECEIVED.plusSeconds(60));
    var backwards = draft(kafka, wires.reversed(), "feed", RECEIVED.plusSeconds(120));

    // Then
    report();
    assertThat(kafka.sent().size()).as("drafts after every wire came three times").isEqualTo(sent);
    assertThat(again).isEqualTo(first);
    assertThat(backwards).isEqualTo(first);
  }

  private List<Copy> read(Reader reader, Path file, String agency) throws IOException {
    var row = rows.computeIfAbsent(SAMPLES.relativize(file).getName(0).toString(), _ -> new Row());
    row.files++;
    var wire = new Wire(agency, "http", file.toString(), null, Files.readAllBytes(file), RECEIVED);
    var start = CLOCK.getCurrentThreadCpuTime();
    try {
      var readings = reader.read(wire);
      var copies = new ArrayList<Copy>();
      for (var reading : readings) {
        switch (reading) {
          case Reading.Read(var copy) -> copies.add(copy);
          case Reading.Failed(var reason) -> spiked(row, file, reason);
        }
      }
      row.stories += copies.size();
      row.give += copies.isEmpty() ? 0 : 1;
      row.empty += readings.isEmpty() ? 1 : 0;
      return copies;
    } catch (Unreadable e) {
      spiked(row, file, String.valueOf(e.getMessage()));
      return List.of();
    } finally {
      assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start))
          .as("CPU time of %s", file)
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  private static void spiked(Row row, Path file, String reason) {
    assertThat(reason).as(file.toString()).isNotBlank().doesNotMatch(BROKE);
    row.spiked++;
    row.reasons.merge(kind(reason), 1, Integer::sum);
  }

  /// The reason without what is this story's alone.
  private static String kind(String reason) {
    var plain = reason.replaceAll("[“'\"].*?[”'\"]", "…").replaceAll("\\d+", "n");
    return plain.substring(0, Math.min(70, plain.length()));
  }

  private static int draft(FakeKafka kafka, List<Copies> wires, String channel, Instant received) {
    var filed = 0;
    for (var wire : wires) {
      try {
        for (var draft :
            kafka.drafts().draft(origin(wire.agency(), channel, received), wire.copies())) {
          filed += draft instanceof Draft.Filed ? 1 : 0;
        }
      } catch (NotAcknowledged e) {
        throw new AssertionError(e);
      }
    }
    return filed;
  }

  private static Origin origin(String agency, String channel, Instant received) {
    return new Origin(agency, channel, "ab12", received);
  }

  private void report() {
    System.out.printf(
        "%-24s %6s %6s %8s %6s %7s%n", "folder", "files", "give", "stories", "empty", "spiked");
    rows.forEach(
        (folder, row) -> {
          System.out.printf(
              "%-24s %6d %6d %8d %6d %7d%n",
              folder, row.files, row.give, row.stories, row.empty, row.spiked);
          row.reasons.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .limit(4)
              .forEach(
                  reason -> System.out.printf("%32d × %s%n", reason.getValue(), reason.getKey()));
        });
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> SAMPLES.relativize(file).getNameCount() > 1)
          .filter(file -> !NO_WIRES.contains(SAMPLES.relativize(file).getName(0).toString()))
          .sorted()
          .toList();
    }
  }
}
