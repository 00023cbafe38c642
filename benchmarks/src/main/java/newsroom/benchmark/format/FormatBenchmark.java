package newsroom.benchmark.format;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.reading.Reader;
import newsroom.ingest.reading.ReadingRoom;
import newsroom.ingest.wire.Wire;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Reads one wire of each format, as the desk does: charset, recognition, parser, sanitised blocks,
/// the agency's profile. Beside it a baseline that only parses: a DOM, a JSON tree, ROME for feeds,
/// Angus for mail, lines of text. It neither sanitises nor knows what a story is.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FormatBenchmark {

  /// As in the provenance of a story.
  @Param({
    "newsml-g2",
    "newsml-1",
    "nitf",
    "ninjs",
    "ap-media",
    "dpa-digitalwires",
    "json-feed",
    "rss",
    "atom",
    "iptc7901",
    "anpa1312",
    "email"
  })
  @SuppressWarnings("NullAway.Init") // JMH sets it
  String format;

  @SuppressWarnings("NullAway.Init") // made in the set-up
  private ReadingRoom room;

  @SuppressWarnings("NullAway.Init")
  private Reader reader;

  @SuppressWarnings("NullAway.Init")
  private Wire wire;

  @SuppressWarnings("NullAway.Init")
  private Baseline baseline;

  private byte[] bytes = {};

  /// What JMH divides by the time: stories and megabytes a second.
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Read {
    public double stories;
    public double megabytes;
  }

  @Setup
  public void prepare() throws Unreadable {
    room = ReadingRoom.open("--logging.level.root=off");
    reader = room.reader();
    bytes = Wires.of(format);
    wire = new Wire("coastal", "bench", null, null, bytes, Instant.parse("2026-11-22T10:00:00Z"));
    baseline = Baseline.of(format);
    var readings = reader.read(wire);
    if (readings.isEmpty() || !readings.stream().allMatch(Reading.Read.class::isInstance)) {
      throw new IllegalStateException("the wire of " + format + " is not read: " + readings);
    }
  }

  @TearDown
  public void close() {
    room.close();
  }

  @Benchmark
  public List<Reading> newsroom(Read read) throws Unreadable {
    var readings = reader.read(wire);
    read.stories += readings.size();
    read.megabytes += bytes.length / 1e6;
    return readings;
  }

  @Benchmark
  public Object baseline(Read read) throws Exception {
    read.megabytes += bytes.length / 1e6;
    return baseline.parse(bytes);
  }
}
