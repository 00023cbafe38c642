package newsroom.benchmark.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;
import newsroom.benchmark.copy.DraftedCopy;
import newsroom.schema.Drafted;
import newsroom.schema.codec.EventCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to read and write one `Drafted` event of about 4 KB, and for comparison to turn
/// its text into bytes and back.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CodecBenchmark {

  /// `ascii` or `accented`.
  @Param({"ascii", "accented"})
  @SuppressWarnings("NullAway.Init") // JMH sets it
  String text;

  private byte[] bytes = {};
  private byte[] textBytes = {};
  private String string = "";

  @SuppressWarnings("NullAway.Init") // made in the set-up
  private Drafted read;

  @SuppressWarnings("NullAway.Init")
  private Drafted written;

  @Setup
  public void prepare() {
    // every fourth text has accents
    var number = "accented".equals(text) ? 3 : 0;
    var copy = new DraftedCopy(number + 1);
    bytes = copy.bytes(number, 0);
    // as ingest makes it, of Strings, and as enrichment passes it on, of bytes not looked at
    read = EventCodec.DRAFTED.decode(bytes);
    written = copy.event(number, 0);
    string = written.getArticle().getBody().toString();
    textBytes = string.getBytes(UTF_8);
  }

  @Benchmark
  public Drafted decode() {
    return EventCodec.DRAFTED.decode(bytes);
  }

  @Benchmark
  public byte[] encodeWhatWasRead() {
    return EventCodec.DRAFTED.encode(read);
  }

  @Benchmark
  public byte[] encodeStrings() {
    return EventCodec.DRAFTED.encode(written);
  }

  @Benchmark
  public String baselineNewString() {
    return new String(textBytes, UTF_8);
  }

  @Benchmark
  public byte[] baselineGetBytes() {
    return string.getBytes(UTF_8);
  }
}
