package newsroom.benchmark.morgue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.benchmark.morgue.load.AskPlan;
import newsroom.benchmark.morgue.load.Asked;
import newsroom.benchmark.morgue.load.Asking;
import newsroom.benchmark.morgue.load.FillPlan;
import newsroom.benchmark.morgue.load.Filling;
import newsroom.benchmark.process.BenchBroker;
import newsroom.benchmark.process.Child;
import newsroom.benchmark.process.Json;
import newsroom.benchmark.process.Jvm;
import newsroom.benchmark.process.Ports;
import newsroom.schema.topic.ArticleTopics;

/// One broker, on it archives of growing size, each read by services and then asked.
final class MorgueRun implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofHours(2);

  private final MorgueSetup setup;
  private final Path folder;
  private final String bootstrap;
  private final Child broker;
  private int published;
  private int started;

  MorgueRun(MorgueSetup setup, Path folder) {
    this.setup = setup;
    this.folder = folder;
    int port = Ports.free();
    this.bootstrap = "127.0.0.1:" + port;
    this.broker = BenchBroker.start(port, folder.resolve("broker"), folder);
    Groups.declare(bootstrap, setup.partitions());
  }

  /// Publishes stories until there are so many.
  void publish(int stories) {
    fill(ArticleTopics.PUBLISHED, published, stories);
    published = stories;
  }

  private void fill(String topic, int from, int to) {
    var plan = new FillPlan(bootstrap, setup.corpus().toString(), topic, from, to);
    run("fill-" + ++started, Filling.class, Json.text(plan));
  }

  /// A service that reads the topic into this morgue, or goes on with it.
  Reopening reopen(String morgue) {
    try (var desk = desk(morgue)) {
      return desk.awaitReady();
    }
  }

  private Desk desk(String morgue) {
    return Desk.open("service-" + ++started, setup, bootstrap, folder, morgue);
  }

  /// Asks the index that a service left.
  Asked ask(String morgue, boolean embedding) {
    var result = folder.resolve("asked-" + ++started + ".json");
    var plan =
        new AskPlan(
            setup.corpus().toString(),
            folder.resolve(morgue).resolve("index").toString(),
            published,
            setup.questions(),
            embedding,
            result.toString());
    run("ask-" + started, Asking.class, Json.text(plan));
    return Json.read(result, Asked.class);
  }

  private void run(String name, Class<?> main, String plan) {
    try (var child = Jvm.harness(name, "1500m", main, List.of(plan)).start(folder)) {
      child.awaitEnd(LONGEST);
    }
  }

  /// Stories a second that so many services enrich together, from the first to the last.
  Shared enrich(List<String> morgues) {
    var desks = morgues.stream().map(this::desk).toList();
    try (var groups = new Groups(bootstrap)) {
      desks.forEach(Desk::awaitReady);
      groups.awaitShared(desks.size(), setup.partitions());
      long before = groups.enriched();
      fill(ArticleTopics.DRAFTED, published, published + setup.drafts());
      return groups.awaitEnriched(before, setup.drafts(), desks);
    } finally {
      desks.forEach(Desk::close);
    }
  }

  long megabytes(String morgue) {
    try (var files = Files.walk(folder.resolve(morgue))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1_000_000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
