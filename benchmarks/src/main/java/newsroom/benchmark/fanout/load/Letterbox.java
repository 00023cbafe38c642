package newsroom.benchmark.fanout.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Takes the posts of all sites and answers 204 at once. It understands no more of HTTP than
/// clients that post bodies of a known length need, and so costs next to nothing.
final class Letterbox implements AutoCloseable {

  private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1);
  private static final String LENGTH = "content-length:";
  private static final int BUFFER = 16 * 1024;
  private static final int BACKLOG = 2_000;

  private final ServerSocket door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Consumer<Letter> taken;

  /// @param taken told of each post when its whole body is there, before it is answered
  Letterbox(int port, Consumer<Letter> taken) throws IOException {
    this.door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    this.taken = taken;
    Thread.ofPlatform().name("letterbox").daemon().start(this::open);
  }

  /// A post.
  ///
  /// @param head request line and headers, one in a line
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Letter(String head, byte[] body) {

    /// What comes after the slash.
    String path() {
      return head.substring(head.indexOf('/') + 1, head.indexOf(' ', head.indexOf('/')));
    }

    /// The beginning of the body.
    String beginning() {
      return new String(body, 0, Math.min(body.length, 400), ISO_8859_1);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }

  private void open() {
    try {
      while (!door.isClosed()) {
        var caller = door.accept();
        threads.execute(() -> serve(caller));
      }
    } catch (IOException closing) {
      // nobody comes any more
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      caller.setTcpNoDelay(true);
      var in = new BufferedInputStream(caller.getInputStream(), BUFFER);
      for (var head = head(in); !head.isEmpty(); head = head(in)) {
        taken.accept(new Letter(head, in.readNBytes(length(head))));
        caller.getOutputStream().write(ANSWER);
      }
    } catch (IOException gone) {
      // callers may hang up whenever they like
    }
  }

  /// Empty at the end.
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder(512);
    for (int next = in.read(), line = 0; next >= 0; next = in.read()) {
      if (next == '\n' && line == 0) {
        return head.toString();
      }
      if (next != '\r') {
        head.append((char) next);
        line = next == '\n' ? 0 : line + 1;
      }
    }
    return "";
  }

  private static int length(String head) {
    for (var line : head.split("\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        return Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    throw new IllegalArgumentException("a post without a length: " + head);
  }
}
