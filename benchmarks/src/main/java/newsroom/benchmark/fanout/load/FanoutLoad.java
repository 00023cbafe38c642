package newsroom.benchmark.fanout.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import newsroom.benchmark.copy.EnrichedCopy;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.fanout.load.FanoutResult.Burst;
import newsroom.benchmark.fanout.load.FanoutResult.Sample;
import newsroom.benchmark.fanout.load.FanoutResult.Singles;
import newsroom.benchmark.machine.CpuReading;
import newsroom.benchmark.machine.Family;
import newsroom.benchmark.machine.Machine;
import newsroom.benchmark.process.Json;

/// The load of fan-out and the place where all posts come, as a process of its own. Argument: a
/// [FanoutPlan] in JSON.
public final class FanoutLoad implements AutoCloseable {

  /// The name of its [FanoutResult].
  public static final String RESULT = "fanout-load.json";

  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(40);
  private static final int UNMEASURED = 30;
  private static final String SITE = "bench-";

  private final FanoutPlan plan;
  private final Arrivals arrivals;
  private final Arrivals bareArrivals;
  private final Posts posts = new Posts();
  private final Letterbox letterbox;
  private final Lane publish;

  private FanoutLoad(FanoutPlan plan) throws IOException {
    this.plan = plan;
    this.arrivals = new Arrivals(EnrichedCopy.STORIES, plan.sites());
    this.bareArrivals = new Arrivals(0, plan.sites());
    this.letterbox = new Letterbox(plan.port(), this::taken);
    var feed = new TopicFeed(plan.bootstrap(), EnrichedCopy.with(plan.work().related()));
    this.publish = new Lane(feed, arrivals, () -> cpu(plan.processes().publish()), plan.sites());
  }

  public static void main(String[] arguments) throws IOException {
    var plan = Json.read(arguments[0], FanoutPlan.class);
    try (var load = new FanoutLoad(plan)) {
      Json.write(Path.of(plan.folder(), RESULT), load.run());
    }
  }

  @Override
  public void close() throws IOException {
    publish.close();
    letterbox.close();
  }

  private void taken(Letterbox.Letter letter) {
    var path = letter.path();
    if (!path.startsWith(SITE)) {
      bareArrivals.one();
      return;
    }
    var site = Integer.parseInt(path, SITE.length(), path.length(), 10) - 1;
    var number = EnrichedCopy.number(letter.beginning());
    posts.keep(site, number, letter);
    arrivals.of(site, number);
  }

  private FanoutResult run() throws IOException {
    // first those that all others link to
    publish.burst(EnrichedCopy.FIRST);
    publish.burst(Posts.STORIES);
    var file = Path.of(plan.folder(), "posts");
    posts.write(file);
    var client = new BareFeed(plan, file);
    try (var bare = new Lane(client, bareArrivals, () -> cpu(client.pid()), plan.sites())) {
      var rounds = new ArrayList<Burst>();
      var bareRounds = new ArrayList<Burst>();
      for (var round = -plan.work().warmUp(); round < plan.work().rounds(); round++) {
        var burst = publish.burst(plan.work().stories());
        var same = bare.burst(plan.work().stories());
        System.out.printf("%.0f/s, bare %.0f/s%n", burst.perSecond(), same.perSecond());
        if (round >= 0) {
          rounds.add(burst);
          bareRounds.add(same);
        }
      }
      var singles = singles(bare);
      var samples = steady();
      return new FanoutResult(
          rounds, bareRounds, singles, samples, publish.missing(), arrivals.repeated());
    }
  }

  private Singles singles(Lane bare) throws IOException {
    var first = Histograms.empty();
    var last = Histograms.empty();
    var same = Histograms.empty();
    for (var story = -UNMEASURED; story < plan.work().single(); story++) {
      if (story == 0) {
        List.of(first, last, same).forEach(histogram -> histogram.reset());
      }
      publish.single(first, last);
      LockSupport.parkNanos(BETWEEN);
      bare.single(Histograms.empty(), same);
      LockSupport.parkNanos(BETWEEN);
    }
    return new Singles(Histograms.write(first), Histograms.write(last), Histograms.write(same));
  }

  /// A steady load, and what publish holds each minute. Each look costs it a full collection.
  private List<Sample> steady() throws IOException {
    var steady = plan.work().steady();
    var samples = new ArrayList<Sample>();
    var start = System.nanoTime();
    var look = start;
    var end = start + TimeUnit.MINUTES.toNanos(steady.minutes());
    for (var story = 0; look < end; story++) {
      var due = start + (long) (story * 1e9 / steady.rate());
      for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      publish.send(1);
      if (due >= look + TimeUnit.MINUTES.toNanos(1)) {
        look += TimeUnit.MINUTES.toNanos(1);
        var memory = Memory.of(plan.processes().publish());
        var minute = (look - start) / 60e9;
        samples.add(new Sample(minute, memory, arrivals.deliveries()));
        System.out.println(samples.getLast());
      }
    }
    publish.arrive();
    return samples;
  }

  private CpuReading cpu(long client) {
    var machine = Machine.here();
    return machine.read(
        Map.of(
            "broker", Set.of(plan.processes().broker()),
            "client", Set.of(client),
            "database", new Family(machine, plan.processes().postmaster()).members(),
            "load", Set.of(ProcessHandle.current().pid())));
  }
}
