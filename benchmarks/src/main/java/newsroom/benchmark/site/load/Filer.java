package newsroom.benchmark.site.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import newsroom.benchmark.copy.Mark;
import newsroom.benchmark.copy.WireCopy;
import newsroom.benchmark.part.Pace;

/// Files wires over HTTP, as fast as they come out or at a steady rate. Each is a request of its
/// own.
final class Filer implements AutoCloseable {

  private static final int ACCEPTED = 202;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong again = new AtomicLong();
  private final URI ingest;
  private final WireCopy copy;
  private final Semaphore room;
  private final Consumer<Mark> sending;
  private final Consumer<Mark> accepted;

  /// @param room a permit for each story that may be on its way at full load
  /// @param sending told before a story goes out
  /// @param accepted told when it was answered
  Filer(
      URI ingest, WireCopy copy, Semaphore room, Consumer<Mark> sending, Consumer<Mark> accepted) {
    this.ingest = ingest;
    this.copy = copy;
    this.room = room;
    this.sending = sending;
    this.accepted = accepted;
  }

  /// Files whenever there is room, for so long.
  void full(double seconds) throws InterruptedException {
    Pace.full(room, seconds, this::file);
  }

  /// Files at this rate from this time on, for so long, however slowly they come out.
  void steady(double rate, long from, double seconds) {
    Pace.steady(rate, from, seconds, this::file);
  }

  /// How many requests repeated one that was not accepted.
  long sentAgain() {
    return again.get();
  }

  @Override
  public void close() {
    // what is not accepted by now is given up
    threads.shutdownNow();
    http.shutdownNow();
  }

  private void file(long intended) {
    var mark = new Mark(next.getAndIncrement(), intended);
    sending.accept(mark);
    threads.execute(() -> post(mark));
  }

  /// A wire that was turned away is sent again, as an agency does; its intended time stays.
  private void post(Mark mark) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var bytes = copy.wire(mark.number(), mark.intended());
    while (!accepted(mark, bytes) && System.nanoTime() < end) {
      again.incrementAndGet();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean accepted(Mark mark, byte[] wire) {
    var request =
        HttpRequest.newBuilder(ingest)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(wire))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == ACCEPTED) {
        accepted.accept(mark);
        return true;
      }
      System.out.println(mark + ": " + answer.statusCode() + " " + answer.body());
    } catch (IOException e) {
      System.out.println(mark + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
    return false;
  }
}
