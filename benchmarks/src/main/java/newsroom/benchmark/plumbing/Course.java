package newsroom.benchmark.plumbing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.benchmark.plumbing.load.LoadPlan;
import newsroom.benchmark.plumbing.load.LoadResult;
import newsroom.benchmark.plumbing.load.PlumbingLoad;
import newsroom.benchmark.process.BenchBroker;
import newsroom.benchmark.process.Child;
import newsroom.benchmark.process.Json;
import newsroom.benchmark.process.Jvm;
import newsroom.benchmark.process.Ports;

/// One broker for the whole run; on it block after block, each with a relay and a load of its own.
final class Course implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration SPARE = Duration.ofMinutes(2);

  private final PlumbingSetup setup;
  private final Path folder;
  private final String bootstrap;
  private final Child broker;
  private final FreshTopics topics;
  private int blocks;

  Course(PlumbingSetup setup, Path folder) {
    this.setup = setup;
    this.folder = folder;
    var port = Ports.free();
    this.bootstrap = "127.0.0.1:" + port;
    this.broker = BenchBroker.start(port, folder.resolve("broker"), folder);
    this.topics = new FreshTopics(bootstrap);
  }

  /// Runs one block on fresh topics.
  LoadResult block(Relay kind) {
    topics.renew(setup.partitions());
    var own = emptyFolder("block-" + ++blocks);
    try (var relay = kind.jvm(bootstrap, own.resolve("morgue")).start(own)) {
      relay.await("share of the topic", START, () -> topics.relayed(setup.partitions()));
      return load(relay, own);
    }
  }

  @Override
  public void close() {
    topics.close();
    broker.close();
  }

  private LoadResult load(Child relay, Path own) {
    var race = ProcessHandle.current().pid();
    var processes =
        Map.of("broker", Set.of(broker.pid()), "relay", Set.of(relay.pid()), "race", Set.of(race));
    var result = own.resolve("load.json");
    var schedule = setup.load().schedule();
    var plan =
        new LoadPlan(bootstrap, setup.load().stories(), schedule, processes, result.toString());
    try (var load =
        Jvm.harness("load", "1g", PlumbingLoad.class, List.of(Json.text(plan))).start(own)) {
      load.awaitEnd(schedule.length().plus(SPARE));
    }
    return Json.read(result, LoadResult.class);
  }

  private Path emptyFolder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for " + name, e);
    }
  }
}
