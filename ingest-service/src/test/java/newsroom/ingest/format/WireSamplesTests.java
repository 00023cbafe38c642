package newsroom.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reads real wires of many agencies, where a collection of them lies beside the project, or where
/// the system property `newsroom.samples` says.
class WireSamplesTests {

  private static final Path SAMPLES =
      Path.of(System.getProperty("newsroom.samples", "../../shared/samples"))
          .toAbsolutePath()
          .normalize();

  /// Files that are broken on purpose, by what their collections call them.
  private static final String BROKEN =
      "(?i).*(should_fail|illformed|invalid|-must-|-should-|bad_|malformed|broken|truncated|not-?wellformed|schema).*";

  /// What a feed without an entry, or an item with nothing but its identity, is: no mistake, but
  /// nothing to print.
  private static final String NOTHING_TO_PRINT =
      ".*(neither headline nor text|no story of its own|holds no news item).*";

  /// Of this thread, so that a busy machine fails no test.
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Formats formats = AllFormats.formats();

  @ParameterizedTest
  @ValueSource(
      strings = {"newsmlg2", "nitf", "ninjs", "rss", "atom", "iptc7901", "anpa1312", "email"})
  void realWiresAreRead(String format) throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES.resolve(format)), () -> "no wire samples at " + SAMPLES);
    var sound = 0;
    var read = 0;
    var empty = 0;
    var unread = new ArrayList<String>();
    for (var file : files(SAMPLES.resolve(format))) {
      var outcome = outcome(file);
      if (!file.getFileName().toString().matches(BROKEN)) {
        sound++;
        read += outcome.isEmpty() ? 1 : 0;
        empty += outcome.matches("(?s)empty|" + NOTHING_TO_PRINT) ? 1 : 0;
      }
      if (!outcome.isEmpty()) {
        unread.add(file.getFileName() + ": " + outcome);
      }
    }
    System.out.printf(
        "%-9s %4d sound, %4d give stories, %4d have nothing to print%n",
        format, sound, read, empty);
    if (System.getProperty("newsroom.samples.verbose") != null) {
      unread.forEach(System.out::println);
    }
    assertThat((read + empty) / (double) sound)
        .as("share that is read: %s", unread)
        .isGreaterThanOrEqualTo(0.97);
  }

  /// Empty when the file gives at least one story.
  private String outcome(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var start = CLOCK.getCurrentThreadCpuTime();
    try {
      var readings = formats.read(AllFormats.wire(bytes, null));
      return readings.stream()
          .map(reading -> reading instanceof Format.Reading.Failed(var reason) ? reason : "")
          .min(String::compareTo)
          .orElse("empty");
    } catch (Unreadable e) {
      assertThat(e).as(file.toString()).hasMessageNotContaining("this wire cannot be read");
      return String.valueOf(e.getMessage());
    } finally {
      assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start))
          .as(file.toString())
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
