package newsroom.benchmark.fanout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import newsroom.benchmark.fanout.load.FanoutLoad;
import newsroom.benchmark.fanout.load.FanoutPlan;
import newsroom.benchmark.fanout.load.FanoutPlan.Processes;
import newsroom.benchmark.fanout.load.FanoutPlan.Work;
import newsroom.benchmark.fanout.load.FanoutResult;
import newsroom.benchmark.process.BenchBroker;
import newsroom.benchmark.process.BenchDatabase;
import newsroom.benchmark.process.Child;
import newsroom.benchmark.process.Json;
import newsroom.benchmark.process.Jvm;
import newsroom.benchmark.process.Ports;
import newsroom.benchmark.process.WorkFolder;
import newsroom.publish.PublishService;

/// Broker, database, publish and load, each in a process of its own.
///
/// @param sites webhook sites, at most 64
/// @param concurrency posts under way at once at one site
/// @param heap of publish
record FanoutRun(int sites, int concurrency, String heap, Work work) {

  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration SPARE = Duration.ofMinutes(15);
  private static final String READY = "Started PublishService";

  FanoutResult in(Path folder) {
    if (sites < 1 || sites > Long.SIZE) {
      throw new IllegalArgumentException("--sites wants a number from 1 to " + Long.SIZE);
    }
    try (var work = WorkFolder.fresh(folder)) {
      var brokerPort = Ports.free();
      try (var broker = BenchBroker.start(brokerPort, work.path().resolve("broker"), work.path());
          var database =
              BenchDatabase.start(Ports.free(), work.path().resolve("database"), work.path())) {
        return publish(broker, "127.0.0.1:" + brokerPort, database, work.path());
      }
    }
  }

  private FanoutResult publish(
      Child broker, String bootstrap, BenchDatabase database, Path folder) {
    var receiver = Ports.free();
    var sitesFile =
        new FanoutSites(sites, receiver, concurrency).write(folder.resolve("sites.yml"));
    var arguments =
        List.of(
            "--server.port=0",
            "--KAFKA_BOOTSTRAP_SERVERS=" + bootstrap,
            "--NEWSROOM_DATABASE_URL=jdbc:postgresql://127.0.0.1:" + database.port() + "/postgres",
            "--NEWSROOM_DATABASE_USER=postgres",
            "--NEWSROOM_SITES=" + sitesFile);
    try (var publish = jvm(arguments).start(folder)) {
      publish.await("start", START, () -> publish.hasSaid(READY));
      var processes = new Processes(broker.pid(), publish.pid(), database.postmaster());
      var plan =
          new FanoutPlan(
              bootstrap, receiver, sites, concurrency, work, processes, folder.toString());
      return load(plan, folder);
    }
  }

  private FanoutResult load(FanoutPlan plan, Path folder) {
    var arguments = List.of(Json.text(plan));
    try (Child load = Jvm.harness("load", "1g", FanoutLoad.class, arguments).start(folder)) {
      load.awaitEnd(SPARE.plusMinutes(work.steady().minutes()));
    }
    return Json.read(folder.resolve(FanoutLoad.RESULT), FanoutResult.class);
  }

  private Jvm jvm(List<String> arguments) {
    var jvm = Jvm.product("publish", heap, PublishService.class.getName(), arguments);
    var flags = new ArrayList<>(jvm.flags());
    // what the heap does not hold yet must not look like growth later
    flags.add("-XX:+AlwaysPreTouch");
    return new Jvm(jvm.name(), flags, jvm.main(), jvm.arguments());
  }
}
