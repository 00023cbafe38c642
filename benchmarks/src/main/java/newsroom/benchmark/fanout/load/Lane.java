package newsroom.benchmark.fanout.load;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import newsroom.benchmark.fanout.load.FanoutResult.Burst;
import newsroom.benchmark.machine.CpuReading;
import newsroom.benchmark.process.RunFailed;
import org.HdrHistogram.Histogram;

/// One of those that are compared: what it is given, and what comes of it.
final class Lane implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);
  private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(700);

  private final Feed feed;
  private final Arrivals arrivals;
  private final Supplier<CpuReading> cpu;
  private final int sites;
  private long expected;

  Lane(Feed feed, Arrivals arrivals, Supplier<CpuReading> cpu, int sites) {
    this.feed = feed;
    this.arrivals = arrivals;
    this.cpu = cpu;
    this.sites = sites;
  }

  /// A backlog, until all of it has come.
  Burst burst(int stories) throws IOException {
    var before = cpu.get();
    var start = System.nanoTime();
    send(stories);
    arrive();
    var seconds = (arrivals.last() - start) / 1e9;
    // the ledger is written after the last answer
    LockSupport.parkNanos(SETTLING);
    return new Burst((long) stories * sites, seconds, cpu.get().since(before));
  }

  /// One story, until all sites have it.
  void single(Histogram first, Histogram last) throws IOException {
    var start = System.nanoTime();
    send(1);
    arrive();
    first.recordValue(arrivals.first() - start);
    last.recordValue(arrivals.last() - start);
  }

  void send(int stories) throws IOException {
    expected += (long) stories * sites;
    feed.send(stories);
  }

  void arrive() {
    if (!arrivals.await(expected, PATIENCE)) {
      throw new RunFailed("%d of %d deliveries came".formatted(arrivals.deliveries(), expected));
    }
  }

  long missing() {
    return expected - arrivals.deliveries();
  }

  @Override
  public void close() throws IOException {
    feed.close();
  }
}
