package newsroom.enrichment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Passes every connection to one loopback port on to another: an address for an embedded broker
/// that is known before the broker is there.
final class Relay implements AutoCloseable {

  private final ServerSocket door;

  private Relay(ServerSocket door) {
    this.door = door;
  }

  static Relay open(int from, int to) throws IOException {
    var relay = new Relay(new ServerSocket(from, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(() -> relay.accept(to));
    return relay;
  }

  private void accept(int to) {
    try {
      while (!door.isClosed()) {
        var caller = door.accept();
        var called = new Socket(InetAddress.getLoopbackAddress(), to);
        Thread.ofVirtual().start(() -> pass(caller, called));
        Thread.ofVirtual().start(() -> pass(called, caller));
      }
    } catch (IOException e) {
      if (!door.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // the other side went away: so does this one
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
