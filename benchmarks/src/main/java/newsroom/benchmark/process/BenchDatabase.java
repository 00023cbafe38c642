package newsroom.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import newsroom.local.database.LocalDatabase;

/// One PostgreSQL, as durable as a ledger needs it, until its process is told to stop. Arguments:
/// port, folder.
///
/// @param process that holds it
/// @param folder where it keeps everything
/// @param port it listens on
public record BenchDatabase(Child process, Path folder, int port) implements AutoCloseable {

  private static final String READY = "database ready";

  /// A database in a process of its own, ready.
  public static BenchDatabase start(int port, Path folder, Path logs) {
    var arguments = List.of(Integer.toString(port), folder.toString());
    var process = Jvm.harness("database", "128m", BenchDatabase.class, arguments).start(logs);
    process.await(READY, Duration.ofMinutes(1), () -> process.hasSaid(READY));
    return new BenchDatabase(process, folder, port);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var database = LocalDatabase.start(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  /// The eldest of the server's processes.
  public long postmaster() {
    try (var files = Files.find(folder, 3, (path, _) -> path.endsWith("postmaster.pid"))) {
      var file = files.findAny().orElseThrow(() -> new RunFailed("the database left no id"));
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + folder, e);
    }
  }

  @Override
  public void close() {
    process.close();
  }

  private static void close(LocalDatabase database) {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the database", e);
    }
  }
}
