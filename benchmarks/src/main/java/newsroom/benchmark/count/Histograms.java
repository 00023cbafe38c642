package newsroom.benchmark.count;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/// Histograms of nanoseconds that travel between processes and are added up.
public final class Histograms {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;

  private Histograms() {}

  /// An empty one.
  public static Histogram empty() {
    var histogram = new Histogram(LONGEST, DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }

  /// As text for a JSON file.
  public static String write(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    var length = histogram.encodeIntoCompressedByteBuffer(buffer);
    var bytes = new byte[length];
    buffer.flip().get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// The sum of histograms written by [#write].
  public static Histogram sum(Collection<String> written) {
    var sum = empty();
    for (var text : written) {
      try {
        sum.add(
            Histogram.decodeFromCompressedByteBuffer(
                ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0));
      } catch (DataFormatException e) {
        throw new IllegalArgumentException("not a histogram", e);
      }
    }
    return sum;
  }
}
