package newsroom.ingest.format.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import newsroom.ingest.format.AllFormats;
import newsroom.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;

class LargeFeedTests {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aFeedCostsNoMorePerEntryForBeingLarge() throws Unreadable {
    // Given
    var small = feed(1_250);
    var large = feed(5_000);

    // When
    var whole = allocated(large, 5_000);
    var quarter = allocated(small, 1_250);

    // Then
    assertThat(whole).isLessThan(quarter * 5);
  }

  /// Bytes allocated by reading, the second time: by then nothing is loaded any more. Unlike time,
  /// they are the same on a busy machine.
  private static long allocated(byte[] wire, int entries) throws Unreadable {
    var allocated = 0L;
    for (var round = 0; round < 2; round++) {
      var start = THREADS.getCurrentThreadAllocatedBytes();
      assertThat(AllFormats.formats().read(AllFormats.wire(wire, null))).hasSize(entries);
      allocated = THREADS.getCurrentThreadAllocatedBytes() - start;
    }
    return allocated;
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
