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
import java.util.Set;
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

  private static final Set<String> XML_WIRES = Set.of("newsmlg2", "newsml1", "nitf");

  /// What is no story by its kind, as a package or a concept.
  private static final String NO_STORY = "(?s).*no story of its own.*";

  /// What a feed without an entry, or an item with nothing but its identity, is: no mistake, but
  /// nothing to print.
  private static final String NOTHING_TO_PRINT =
      ".*(neither headline nor text|no story of its own|holds no news item).*";

  /// Collections of one format have a file or two that are of none.
  private static final String STRANGE = "this wire is JSON that is none of .*";

  /// Of this thread, so that a busy machine fails no test.
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Formats formats = AllFormats.formats();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "newsmlg2",
        "nitf",
        "ninjs",
        "apmedia",
        "dpa-digitalwires-json",
        "jsonfeed",
        "rss",
        "atom",
        "iptc7901",
        "anpa1312",
        "email"
      })
  void realWiresAreRead(String format) throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES.resolve(format)), () -> "no wire samples at " + SAMPLES);
    var sound = 0;
    var read = 0;
    var empty = 0;
    var others = 0;
    var strange = 0;
    var unread = new ArrayList<String>();
    for (var file : files(SAMPLES.resolve(format))) {
      var outcome = outcome(file);
      if (outcome.matches(STRANGE)) {
        strange++;
      } else if (!file.getFileName().toString().matches(BROKEN)) {
        sound++;
        read += outcome.isEmpty() ? 1 : 0;
        others += outcome.matches(NO_STORY) ? 1 : 0;
        empty += outcome.matches("(?s)empty|" + NOTHING_TO_PRINT) ? 1 : 0;
      }
      if (!outcome.isEmpty()) {
        unread.add(file.getFileName() + ": " + outcome);
      }
    }
    System.out.printf(
        "%-22s %4d sound, %4d give stories, %4d have nothing to print, %d of them by their kind%n",
        format, sound, read, empty, others);
    if (System.getProperty("newsroom.samples.verbose") != null) {
      unread.forEach(System.out::println);
    }
    assertThat(strange).as("files of no format at all").isLessThanOrEqualTo(3);
    assertThat((read + empty) / (double) sound)
        .as("share that is read: %s", unread)
        .isGreaterThanOrEqualTo(XML_WIRES.contains(format) ? 0.99 : 0.97);
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
