package newsroom.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The database server that a killed newsroom left on this folder: it may still run, or its
/// `postmaster.pid` may name a process that is long gone or somebody else's by now.
record Predecessor(Path pidFile, Optional<ProcessHandle> server) {

  private static final int PATIENCE_SECONDS = 10;

  static Predecessor of(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    return new Predecessor(
        pidFile, pid(pidFile).flatMap(ProcessHandle::of).filter(Predecessor::isPostgres));
  }

  private static Optional<Long> pid(Path pidFile) throws IOException {
    try (var lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,18}"))
          .map(Long::valueOf);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(Path::of)
        .map(Path::getFileName)
        .filter(Path.of("postgres")::equals)
        .isPresent();
  }

  /// Stops the server if it runs, and removes what would keep a new one from starting.
  void stop() throws IOException {
    if (server.isPresent()) {
      interrupt(server.get());
    }
    Files.deleteIfExists(pidFile);
  }

  /// SIGINT, which Java cannot send itself: connections are cut and everything is written. SIGTERM
  /// would wait for clients to leave.
  private void interrupt(ProcessHandle process) throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(
          "a database of an earlier newsroom still runs as process %d and does not stop: stop it by hand (kill -INT %d)"
              .formatted(process.pid(), process.pid()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an earlier database stops", e);
    }
  }
}
