package newsroom.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.Format.Reading;
import org.junit.jupiter.api.Test;

/// What every format owes to the service, also those that know no markup.
public abstract class WireContract {

  private static final int LARGE = 900_000;

  protected abstract Format format();

  /// A wire of this format with one story.
  ///
  /// @param headline plain
  /// @param text one plain paragraph
  protected abstract String plain(String headline, String text);

  @Test
  void recognisesItsOwnWiresAndNoOthers() {
    // Given
    var own = opening(plain("Harbour reopens", "Ships are back."));

    // When
    var others =
        FormatContract.ALL.stream().map(WireContract::opening).filter(format()::recognises);

    // Then
    assertThat(format().recognises(own)).isTrue();
    assertThat(others).hasSize(1);
  }

  @Test
  void noOtherFormatTakesItsWires() {
    // Given
    var own = plain("Harbour reopens", "Ships are back.");

    // Then
    assertThat(AllFormats.all().stream().filter(other -> other.recognises(opening(own))))
        .extracting(Format::name)
        .containsExactly(format().name());
  }

  @Test
  void readsTheSameBytesToEqualCopies() throws Unreadable {
    // Given
    var wire = plain("Harbour reopens", "Ships are back.");

    // Then
    assertThat(AllFormats.story(wire)).isEqualTo(AllFormats.story(wire));
    assertThat(AllFormats.story(wire).guid()).isNotBlank();
    assertThat(AllFormats.story(wire).format()).isEqualTo(format().name());
  }

  @Test
  void givesHeadlineAndText() throws Unreadable {
    // When
    var copy = onlyCopyIn(plain("Harbour reopens", "Ships are back."));

    // Then
    assertThat(copy.headlines().headline()).isEqualTo("Harbour reopens");
    assertThat(copy.body()).containsExactly(new Block.Paragraph("Ships are back."));
  }

  @Test
  void showsWhatLooksLikeMarkupInPlainTextAsText() throws Unreadable {
    // When
    var copy =
        onlyCopyIn(
            plain("Harbour reopens", "Ships <script>alert(1)</script> & <img onerror=x> sail."));

    // Then
    assertThat(copy.body())
        .containsExactly(
            new Block.Paragraph(
                "Ships &lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img onerror=x&gt; sail."));
  }

  @Test
  void givesNoHalfAStory() throws Unreadable {
    // Given
    var wire = plain("Harbour reopens", "Ships are back in the harbour since noon today.").strip();
    var whole = onlyCopyIn(wire);

    // Then
    for (var length = 0; length < wire.length(); length++) {
      var cut = wire.substring(0, length);
      try {
        for (var reading : AllFormats.formats().read(AllFormats.wire(cut))) {
          if (reading instanceof Reading.Read(var copy)) {
            assertThat(copy.body()).as(cut).isEqualTo(whole.body());
            assertThat(copy.headlines()).as(cut).isEqualTo(whole.headlines());
          }
        }
      } catch (Unreadable e) {
        assertThat(e).as(cut).message().isNotBlank();
      }
    }
  }

  @Test
  void isDoneSoonWithGarbage() {
    // Given
    var wire = plain("Harbour reopens", "Ships are back.");
    var clock = ManagementFactory.getThreadMXBean();

    // Then
    for (var garbage :
        List.of(
            "<",
            "&",
            "=?",
            " ",
            "\n",
            "-",
            "/",
            "_ ",
            "`",
            ";a",
            "| ",
            "\u0001x",
            "{",
            "- a\n",
            "[(",
            ">\n",
            "--b\n",
            "A",
            "aaa000 1 a 1\n")) {
      var much = garbage.repeat(LARGE / garbage.length());
      for (var at : List.of(0, wire.length() / 3, wire.length() * 2 / 3, wire.length())) {
        var bytes = wire.substring(0, at) + much + wire.substring(at);
        var start = clock.getCurrentThreadCpuTime();
        try {
          assertThat(AllFormats.formats().read(AllFormats.wire(bytes))).isNotNull();
        } catch (Unreadable e) {
          assertThat(e).message().isNotBlank();
        }
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
            .as("'" + garbage.strip() + "' at " + at)
            .isLessThan(Duration.ofSeconds(3));
      }
    }
  }

  protected final Copy onlyCopyIn(String wire) throws Unreadable {
    var readings = AllFormats.formats().read(AllFormats.wire(wire));
    assertThat(readings).hasSize(1);
    return switch (readings.getFirst()) {
      case Reading.Read(var copy) -> copy;
      case Reading.Failed(var reason) -> fail(reason);
    };
  }

  private static Opening opening(String wire) {
    return Opening.of(wire.getBytes(StandardCharsets.UTF_8), null);
  }
}
