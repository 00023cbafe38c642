package newsroom.ingest.format.json;

import static newsroom.ingest.format.AllFormats.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

  @Test
  void halfCharactersAndNulsAreMended() throws Unreadable {
    // When
    var copy =
        story(
            "{\"uri\": \"urn:1\", \"headline\": \"Har\\ud83dbour \\u0000reopens \\ud83d\\ude00\", \"body_html\": \"<p>A\\udc00\\u0000b</p>\"}");

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Har\uFFFDbour reopens \uD83D\uDE00");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(copy.toString())).isTrue();
    assertThat(copy.toString()).doesNotContain("\u0000");
  }

  @Test
  void ofAKeyThatStandsTwiceTheLastCounts() throws Unreadable {
    assertThat(
            story("{\"uri\": \"urn:1\", \"headline\": \"First\", \"headline\": \"Second\"}")
                .headlines()
                .headline())
        .isEqualTo("Second");
  }

  @ParameterizedTest
  @CsvSource({
    "1e999999999, 1",
    "99999999999999999999999999, 1",
    "-7, 1",
    "3.0, 3",
    "2147483648, 2147483648",
    "NaN, 1"
  })
  void anyNumberMayBeAVersion(String written, long version) throws Unreadable {
    // When
    var read =
        story("{\"uri\": \"urn:1\", \"headline\": \"x\", \"version\": " + written + "}")
            .lifecycle()
            .version();

    // Then
    assertThat(read).isIn(version, Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"uri\":", "[", "{\"data\":{\"item\":", "{\"items\":[{\"id\":"})
  void depthIsRefusedQuickly(String opening) {
    // Given
    var deep = "{\"uri\": \"urn:1\", \"x\": " + opening.repeat(100_000);
    var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    // Then
    assertThatThrownBy(() -> AllFormats.formats().read(AllFormats.wire(deep)))
        .isInstanceOf(Unreadable.class)
        .message()
        .doesNotContain("cannot be read");
    var took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aNumberOfAThousandDigitsIsRefusedWithASentence() {
    assertThatThrownBy(() -> story("{\"uri\": \"urn:1\", \"version\": " + "9".repeat(5_000) + "}"))
        .isInstanceOf(Unreadable.class)
        .hasMessage(
            "the JSON is broken: Number value length (5000) exceeds the maximum allowed (1000)");
  }

  @Test
  void aStringOfManyMegabytesIsReadQuickly() throws Unreadable {
    // Given
    var long19 = "word ".repeat(3_800_000);
    var wire = "{\"uri\": \"urn:1\", \"headline\": \"x\", \"body_text\": \"" + long19 + "\"}";
    var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    // When
    var copy = story(wire);

    // Then
    var took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(copy.body()).hasSize(1);
    assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void manyTinyThingsAreRefusedQuickly() {
    // Given
    var revisions = "{\"uri\": \"urn:2\", \"replacing\": [\"urn:2\"]},".repeat(40_000);
    var chained =
        "{\"uri\": \"urn:1\", \"replacing\": [\"urn:2\"], \"revisions\": [" + revisions + "{}]}";
    var crowd = "{\"uri\": \"urn:1\", \"x\": [" + "{},".repeat(3_000_000) + "{}]}";
    var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    // Then
    assertThat(read(AllFormats.wire(chained))).allMatch(Reading.Failed.class::isInstance);
    assertThatThrownBy(() -> story(crowd))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("exceeds the maximum allowed");
    var took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void aTextThatBeginsWithItsBodyIsKnownByWhatFollows() throws Unreadable {
    // Given
    var long20 = "<p>word</p>".repeat(2_000);

    // Then
    assertThat(
            story(
                    "{\"article_html\": \"%s\", \"headline\": \"Hafen\", \"urn\": \"urn:1\", \"version_created\": \"2026-11-21T09:30:00Z\"}"
                        .formatted(long20))
                .format())
        .isEqualTo("dpa-digitalwires");
  }

  @Test
  void everyJsonIsOfOneFormat() throws Unreadable {
    // Given
    var wires =
        List.of(
            "{\"uri\": \"urn:1\", \"altids\": {\"itemid\": \"1\", \"etag\": \"2\"}, \"headline\": \"ninjs with alternative ids\"}",
            "{\"uri\": \"u/1\", \"altids\": {\"itemid\": \"1\"}, \"signals\": [\"newscontent\"], \"headline\": \"AP alone\"}",
            "{\"urn\": \"urn:1\", \"version_created\": \"2026-11-21\", \"pubstatus\": \"usable\", \"headline\": \"dpa\"}",
            "{\"items\": [{\"id\": 1, \"content_text\": \"Feed without a version\"}]}",
            "{\"items\": [{\"uri\": \"urn:1\", \"body_text\": \"ninjs in a list\"}]}");

    // When
    var formats =
        wires.stream()
            .map(AllFormats::wire)
            .map(wire -> read(wire).getFirst())
            .map(reading -> ((Reading.Read) reading).copy().format())
            .toList();

    // Then
    assertThat(formats)
        .containsExactly("ninjs", "ap-media", "dpa-digitalwires", "json-feed", "ninjs");
  }

  private static List<Reading> read(Wire wire) {
    try {
      return AllFormats.formats().read(wire);
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }
}
