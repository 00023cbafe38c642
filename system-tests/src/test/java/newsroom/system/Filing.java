package newsroom.system;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// An agency that files a script and files again whatever was not acknowledged.
final class Filing implements AutoCloseable {

  private static final String AGENCY = "northwire";
  // of as many stories at once; the wires of one story may overtake each other, too
  private static final int HANDS = 4;

  private final Script script;
  private final Instant beginning;
  private final FrontDoor door;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger filed = new AtomicInteger();
  private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);

  Filing(Script script, Instant beginning, Ground ground) {
    this.script = script;
    this.beginning = beginning;
    this.door = new FrontDoor(ground);
  }

  void start() {
    for (int hand = 0; hand < HANDS; hand++) {
      hands.execute(this::file);
    }
  }

  int filed() {
    return filed.get();
  }

  private void file() {
    for (int at = next.getAndIncrement(); at < script.steps().size(); at = next.getAndIncrement()) {
      var wire = script.steps().get(at).wire(script.seed(), beginning).bytes();
      if (!acknowledged(wire)) {
        await()
            .atMost(Duration.ofMinutes(3))
            .pollInterval(Duration.ofMillis(100))
            .until(() -> acknowledged(wire));
      }
      filed.incrementAndGet();
    }
  }

  private boolean acknowledged(byte[] wire) {
    try {
      return door.post(AGENCY, wire).statusCode() == 202;
    } catch (UncheckedIOException e) {
      // it was killed, and comes back on the same port
      return false;
    }
  }

  /// As the newsroom derives it.
  static String uri(String guid) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((AGENCY + "\n" + guid).getBytes(StandardCharsets.UTF_8));
      return "urn:newsroom:story:" + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
    door.close();
  }
}
