package newsroom.ingest.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkupTests {

  /// Of this thread, so that a busy machine fails no test.
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote>",
        "<ul>",
        "<ul><li>",
        "<table><tr><td>",
        "<b>",
        "<a href='https://x.example'>",
        "<h2>",
        "<",
        "<a",
        "<!--",
        "&amp",
        "<p>",
        "<figure><img src='/a.jpg'>"
      })
  void takesNoLongerForMarkupThatIsMadeToTakeLong(String part) {
    // Given
    var html = part.repeat(300_000 / part.length()) + "end";
    var start = CLOCK.getCurrentThreadCpuTime();

    // When
    Blocks.ofHtml(html, "https://coast.example/", new Pictures());

    // Then
    assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(3));
  }
}
