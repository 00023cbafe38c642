package newsroom.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A process of the run.
///
/// @param name what it does
/// @param log where it prints to
public record Child(String name, Process process, Path log) implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;
  private static final int LAST_LINES = 15;

  public long pid() {
    return process.pid();
  }

  /// Waits for something that this process brings about, and gives up when it ends first.
  public void await(String what, Duration longest, BooleanSupplier happened) {
    var end = System.nanoTime() + longest.toNanos();
    while (!happened.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new RunFailed("%s: no %s%n%s".formatted(name, what, lastWords()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /// Waits for it to end by itself, with success.
  public void awaitEnd(Duration longest) {
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RunFailed("%s: not done after %s%n%s".formatted(name, longest, lastWords()));
      }
      if (process.exitValue() != 0) {
        throw new RunFailed(
            "%s: exit code %d%n%s".formatted(name, process.exitValue(), lastWords()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed(name + ": interrupted");
    }
  }

  /// Asks it to stop, and kills it when it does not.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// True when it has printed this.
  public boolean hasSaid(String text) {
    try {
      return Files.readString(log).contains(text);
    } catch (IOException notYet) {
      return false;
    }
  }

  private String lastWords() {
    try {
      var lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(nothing in " + log + ")";
    }
  }
}
