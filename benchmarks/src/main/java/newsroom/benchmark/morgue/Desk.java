package newsroom.benchmark.morgue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.benchmark.process.Child;
import newsroom.benchmark.process.Jvm;
import newsroom.benchmark.process.Ports;
import newsroom.enrichment.EnrichmentService;

/// An enrichment service of the run.
final class Desk implements AutoCloseable {

  private static final String NO_DATABASE =
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
          + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration";
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Child service;
  private final int port;
  private final long start = System.nanoTime();
  private final HttpClient http = HttpClient.newHttpClient();

  private Desk(Child service, int port) {
    this.service = service;
    this.port = port;
  }

  /// Starts one.
  ///
  /// @param name of the process and its log, new for each start
  /// @param logs where it prints to
  /// @param morgue its folder in there
  static Desk open(String name, MorgueSetup setup, String bootstrap, Path logs, String morgue) {
    int port = Ports.free();
    var settings =
        List.of(
            "--server.port=" + port,
            "--KAFKA_BOOTSTRAP_SERVERS=" + bootstrap,
            // the class path of the race has the libraries of publish on it, too
            "--spring.autoconfigure.exclude=" + NO_DATABASE,
            "--newsroom.enrichment.topics.partitions=" + setup.partitions(),
            "--newsroom.enrichment.drafted.patience=2h",
            // each story gets its links: one that goes on without costs nothing
            "--newsroom.enrichment.enricher.budget=10m",
            "--newsroom.enrichment.morgue.folder=" + logs.resolve(morgue));
    var jvm = Jvm.product(name, setup.heap(), EnrichmentService.class.getName(), settings);
    return new Desk(jvm.start(logs), port);
  }

  long pid() {
    return service.pid();
  }

  /// Waits until its morgue has read all there is and it takes stories.
  Reopening awaitReady() {
    double reading = seconds();
    if (!service.hasSaid("up to date")) {
      service.await("reading", LONGEST, () -> said("read from the start") || said("up to date"));
      reading = seconds();
    }
    boolean anew = said("read from the start");
    service.await("morgue up to date", LONGEST, () -> said("the morgue is up to date"));
    double done = seconds();
    double cpu =
        service.process().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1_000.0;
    service.await("readiness", LONGEST, this::isReady);
    return new Reopening(done, anew ? done - reading : 0, cpu, seconds());
  }

  private boolean said(String what) {
    return service.hasSaid(what);
  }

  private boolean isReady() {
    var uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() {
    service.close();
    http.close();
  }
}
