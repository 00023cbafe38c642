package newsroom.ingest.format.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;

class FeedSpeedTests {

  /// Of this thread, so that a busy machine fails no test.
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  @Test
  void aLargeFeedIsReadInWellUnderASecond() throws Unreadable {
    // Given
    var small = feed(1_250);
    var large = feed(5_000);

    // When
    var took = fastest(large, 5_000);
    var quarter = fastest(small, 1_250);

    // Then
    System.out.printf(
        "feed of %d kB with 5000 entries: %d ms, a quarter of it: %d ms%n",
        large.length / 1000, took.toMillis(), quarter.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(took).isLessThan(quarter.multipliedBy(10));
  }

  private static Duration fastest(byte[] wire, int entries) throws Unreadable {
    var fastest = Duration.ofDays(1);
    for (var round = 0; round < 5; round++) {
      var start = CLOCK.getCurrentThreadCpuTime();
      assertThat(AllFormats.formats().read(AllFormats.wire(wire, null))).hasSize(entries);
      var took = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start);
      fastest = took.compareTo(fastest) < 0 ? took : fastest;
    }
    return fastest;
  }

  private static byte[] feed(int entries) {
    var text =
        "&lt;p&gt;Ships of the &lt;b&gt;Northern&lt;/b&gt; line are back.&lt;/p&gt;".repeat(12);
    var wire = new StringBuilder("<rss><channel><title>Coastal Wire</title>");
    for (var number = 0; number < entries; number++) {
      wire.append(
          """
          <item><title>Ship %1$d</title><guid>coast-%1$d</guid><link>/%1$d</link><dc:creator>Ida Holm</dc:creator>
          <pubDate>Sat, 21 Nov 2026 09:30:00 +0100</pubDate><description>%2$s</description></item>
          """
              .formatted(number, text));
    }
    return wire.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
