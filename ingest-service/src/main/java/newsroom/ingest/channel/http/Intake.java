package newsroom.ingest.channel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.wire.DeskClosed;
import org.springframework.stereotype.Component;

/// Reads bodies, so many bytes at once and no more: large wires from many senders queue here and
/// not in memory.
@Component
final class Intake {

  private static final int UNIT = 64 * 1024;
  private static final int PATIENCE_SECONDS = 5;

  interface Use<A> {
    A of(byte[] body) throws DeskClosed;
  }

  private final long limit;
  private final Semaphore units;

  Intake(HttpSettings settings) {
    this.limit = settings.maxSize().toBytes();
    this.units = new Semaphore(units(Math.max(limit, settings.inFlight().toBytes())), true);
  }

  /// Reads the body and keeps its room until the desk is done with it.
  <A> A read(HttpServletRequest request, Use<A> use) throws IOException, DeskClosed {
    var declared = request.getContentLengthLong();
    if (declared > limit) {
      throw Refusal.tooLarge(limit);
    }
    var room = units(declared < 0 ? limit : declared);
    enter(room);
    try {
      var body = request.getInputStream().readNBytes((int) limit + 1);
      if (body.length > limit) {
        throw Refusal.tooLarge(limit);
      }
      return use.of(body);
    } finally {
      units.release(room);
    }
  }

  private void enter(int room) throws DeskClosed {
    try {
      if (units.tryAcquire(room, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new DeskClosed("Too many wires are coming in: send this one again.");
  }

  private static int units(long bytes) {
    return (int) (bytes / UNIT) + 1;
  }
}
