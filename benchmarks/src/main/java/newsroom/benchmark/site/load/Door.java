package newsroom.benchmark.site.load;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import newsroom.benchmark.copy.Mark;
import newsroom.benchmark.count.Counts;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.count.Tally;
import org.HdrHistogram.Histogram;

/// A place where stories come out, as the pages of one site: which came, and how long they took.
public final class Door {

  // each story has one version, so none can overtake another of its own
  private static final int STORIES = 4_000_000;

  private final String name;
  private final Tally tally = new Tally(STORIES);
  private final Histogram latencies = Histograms.empty();
  private final AtomicLong measureFrom;
  private final Set<String> messages = new HashSet<>();
  private long repeated;

  /// @param measureFrom stories meant to be sent at this time or later count in the histogram
  Door(String name, AtomicLong measureFrom) {
    this.name = name;
    this.measureFrom = measureFrom;
  }

  String name() {
    return name;
  }

  /// A story goes in that must come out here.
  void expect() {
    tally.send();
  }

  /// Whether no message with this identifier came before.
  synchronized boolean isNew(String message) {
    boolean isNew = messages.add(message);
    repeated += isNew ? 0 : 1;
    return isNew;
  }

  /// A story comes out; true when it does for the first time.
  synchronized boolean out(Mark mark, long now) {
    if (!tally.arrived(mark.number())) {
      return false;
    }
    if (mark.intended() >= measureFrom.get()) {
      latencies.recordValue(now - mark.intended());
    }
    return true;
  }

  boolean complete() {
    return tally.complete();
  }

  Counts counts() {
    return tally.counts();
  }

  synchronized Result result() {
    return new Result(name, counts(), repeated, Histograms.write(latencies));
  }

  /// What one door saw.
  ///
  /// @param counts a story that came out before comes again when its links are renewed
  /// @param repeated messages that came before
  public record Result(String name, Counts counts, long repeated, String histogram) {}
}
