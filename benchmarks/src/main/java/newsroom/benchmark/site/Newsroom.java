package newsroom.benchmark.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import newsroom.benchmark.process.Child;
import newsroom.benchmark.process.Jvm;
import newsroom.benchmark.process.RunFailed;
import newsroom.benchmark.site.load.FilingPlan;

/// A running newsroom, seen from outside: the process and the note that it leaves in its folder.
///
/// @param process the JVM with broker and services
/// @param data its folder
/// @param note where it listens
record Newsroom(Child process, Path data, Properties note) implements AutoCloseable {

  /// The name of the database's processes in the figures.
  static final String DATABASE = "database";

  private static final Duration START = Duration.ofMinutes(2);
  private static final List<String> SERVICES = List.of("ingest", "enrichment", "publish");
  private static final int OK = 200;

  /// Starts one and waits until each service says that it is ready.
  static Newsroom open(Path folder, Path sites) {
    var data = folder.resolve("data");
    var arguments = List.of(data.toString(), sites.toString());
    var child =
        Jvm.product("newsroom", "2g", NewsroomProcess.class.getName(), arguments).start(folder);
    try {
      child.await("open door", START, () -> child.hasSaid(NewsroomProcess.OPEN));
      var newsroom = new Newsroom(child, data, read(data.resolve("running.properties")));
      child.await("readiness", START, newsroom::ready);
      return newsroom;
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
  }

  /// Where an agency posts its wires.
  URI ingest() {
    return URI.create(note.getProperty("ingest") + "wires/bench");
  }

  /// The processes whose CPU time makes up the newsroom's.
  Map<String, FilingPlan.Family> processes() {
    // the database's workers come and go
    return Map.of(
        "newsroom",
        new FilingPlan.Family(process.pid(), false),
        DATABASE,
        new FilingPlan.Family(postmaster(), true));
  }

  @Override
  public void close() {
    process.close();
  }

  private boolean ready() {
    try (var http = HttpClient.newHttpClient()) {
      return SERVICES.stream().allMatch(service -> ready(http, service));
    }
  }

  private boolean ready(HttpClient http, String service) {
    var health = URI.create(note.getProperty(service) + "actuator/health/readiness");
    try {
      return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
              .statusCode()
          == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long postmaster() {
    try (var files = Files.find(data, 4, (path, _) -> path.endsWith("postmaster.pid"))) {
      var file =
          files.findAny().orElseThrow(() -> new RunFailed("the database left no process id"));
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + data, e);
    }
  }

  private static Properties read(Path file) {
    var note = new Properties();
    try (var in = Files.newInputStream(file)) {
      note.load(in);
      return note;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
