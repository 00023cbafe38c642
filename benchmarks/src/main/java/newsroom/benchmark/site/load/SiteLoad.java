package newsroom.benchmark.site.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import newsroom.benchmark.copy.Mark;
import newsroom.benchmark.copy.WireCopy;
import newsroom.benchmark.machine.CpuReading;
import newsroom.benchmark.machine.CpuUse;
import newsroom.benchmark.machine.Family;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.process.Json;

/// The load of a whole newsroom, as a process of its own: it files wires and watches every door
/// that their stories come out of. Argument: a [FilingPlan] in JSON.
public final class SiteLoad {

  private static final double DRAIN_SECONDS = 60;

  private final FilingPlan plan;
  private final double drainSeconds;
  private final AtomicLong measureFrom = new AtomicLong(Long.MAX_VALUE);
  private final Door answers = new Door("answer", measureFrom);
  private final Map<String, Door> webhooks = new LinkedHashMap<>();
  private final Map<Path, Door> pages = new LinkedHashMap<>();
  private final Through through;

  private SiteLoad(FilingPlan plan, double drainSeconds) {
    this.plan = plan;
    this.drainSeconds = drainSeconds;
    this.through = new Through(plan.sites().size(), new Semaphore(plan.schedule().window()));
    for (var site : plan.sites()) {
      webhooks.put(site.name(), new Door(site.name(), measureFrom));
      pages.put(Path.of(site.pages()), new Door(site.name(), measureFrom));
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var plan = Json.read(arguments[0], FilingPlan.class);
    Json.write(Path.of(plan.result()), run(plan, DRAIN_SECONDS));
  }

  /// Runs in this process; a story that did not come out so long after the last one went in is
  /// missing.
  static FilingResult run(FilingPlan plan, double drainSeconds)
      throws IOException, InterruptedException {
    return new SiteLoad(plan, drainSeconds).run();
  }

  private FilingResult run() throws IOException, InterruptedException {
    var watches = new ArrayList<PageWatch>();
    // a run of its own each time, also for the same newsroom
    var copy = new WireCopy(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
    try (var _ = new Receiver(plan.receiverPort(), webhooks, this::webhook);
        var filer = new Filer(plan.ingest(), copy, through.room(), this::sending, this::accepted)) {
      for (var site : pages.entrySet()) {
        watches.add(new PageWatch(site.getKey(), site.getValue()));
      }
      return file(filer);
    } finally {
      for (var watch : watches) {
        watch.close();
      }
    }
  }

  private FilingResult file(Filer filer) throws InterruptedException {
    var schedule = plan.schedule();
    filer.full(schedule.warmUpSeconds());
    var before = cpu();
    var throughBefore = through.count();
    filer.full(schedule.fullSeconds());
    var full = cpu().since(before);
    var throughNow = through.count() - throughBefore;
    // after a loss there is nothing to time
    var steady = drained() ? steady(filer) : full;
    var _ = drained();
    return new FilingResult(
        new FilingResult.Stretch(throughNow, full),
        new FilingResult.Stretch(schedule.steadyCount(), steady),
        filer.sentAgain(),
        answers.result(),
        results(webhooks),
        results(pages));
  }

  private CpuUse steady(Filer filer) {
    var schedule = plan.schedule();
    filer.steady(schedule.rate(), System.nanoTime(), schedule.settleSeconds());
    var before = cpu();
    var from = System.nanoTime();
    measureFrom.set(from);
    filer.steady(schedule.rate(), from, schedule.steadySeconds());
    return cpu().since(before);
  }

  private void sending(Mark mark) {
    all().forEach(Door::expect);
  }

  private void accepted(Mark mark) {
    answers.out(mark, System.nanoTime());
  }

  private void webhook(Door door, String message, Mark mark) {
    if (door.isNew(message) && door.out(mark, System.nanoTime())) {
      through.one(mark.number());
    }
  }

  private List<Door> all() {
    var all = new ArrayList<>(List.of(answers));
    all.addAll(webhooks.values());
    all.addAll(pages.values());
    return all;
  }

  private boolean drained() {
    var end = System.nanoTime() + (long) (drainSeconds * 1e9);
    while (!complete() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return complete();
  }

  private boolean complete() {
    return all().stream().allMatch(Door::complete);
  }

  private CpuReading cpu() {
    var machine = Machine.here();
    var processes = new HashMap<String, Set<Long>>();
    plan.processes().forEach((name, family) -> processes.put(name, members(machine, family)));
    processes.put("load", Set.of(ProcessHandle.current().pid()));
    return machine.read(processes);
  }

  private static Set<Long> members(Machine machine, FilingPlan.Family family) {
    return family.descendants()
        ? new Family(machine, family.root()).members()
        : Set.of(family.root());
  }

  private static List<Door.Result> results(Map<?, Door> doors) {
    return doors.values().stream().map(Door::result).toList();
  }
}
