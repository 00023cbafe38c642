package newsroom.benchmark.plumbing.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import newsroom.benchmark.copy.DraftedCopy;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.count.Tally;
import newsroom.benchmark.machine.CpuReading;
import newsroom.benchmark.machine.CpuUse;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.process.Json;

/// The load of one block, as a process of its own: warm-up, greatest rate, drain, steady rate,
/// drain. Argument: a [LoadPlan] in JSON.
public final class PlumbingLoad {

  private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final LoadPlan plan;
  private final Tally tally;
  private final Map<String, Set<Long>> processes;

  private PlumbingLoad(LoadPlan plan) {
    this.plan = plan;
    this.tally = new Tally(plan.stories());
    this.processes = new HashMap<>(plan.processes());
    processes.put("load", Set.of(ProcessHandle.current().pid()));
  }

  public static void main(String[] arguments) throws InterruptedException {
    var plan = Json.read(arguments[0], LoadPlan.class);
    Json.write(Path.of(plan.result()), new PlumbingLoad(plan).run());
  }

  private LoadResult run() throws InterruptedException {
    var copy = new DraftedCopy(plan.stories());
    var room = new Semaphore(plan.schedule().window());
    var sink = new Sink(plan.bootstrap(), copy, tally, room);
    try (sink;
        var pump = new Pump(plan.bootstrap(), copy, tally, room)) {
      pump.full(plan.schedule().warmUpSeconds());
      var before = cpu();
      var arrivedBefore = tally.arrivals();
      pump.full(plan.schedule().fullSeconds());
      var full = cpu().since(before);
      var arrived = tally.arrivals() - arrivedBefore;
      // after a loss there is nothing to time
      var steady = drained() ? steady(pump, sink) : full;
      var _ = drained();
      sink.close();
      return new LoadResult(
          arrived, full, steady, Histograms.write(sink.latencies()), tally.counts());
    }
  }

  private CpuUse steady(Pump pump, Sink sink) {
    var schedule = plan.schedule();
    pump.steady(schedule.rate(), System.nanoTime(), schedule.settleSeconds());
    var before = cpu();
    var from = System.nanoTime();
    sink.measureFrom(from);
    pump.steady(schedule.rate(), from, schedule.steadySeconds());
    return cpu().since(before);
  }

  private CpuReading cpu() {
    return Machine.here().read(processes);
  }

  private boolean drained() {
    var end = System.nanoTime() + DRAIN_NANOS;
    while (!tally.complete() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return tally.complete();
  }
}
