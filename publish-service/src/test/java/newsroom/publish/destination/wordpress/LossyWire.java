package newsroom.publish.destination.wordpress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Stands between us and a site: it lets each request through and waits for the answer, and may
/// then lose or change it.
public final class LossyWire implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

  /// Whether the answer to this request (`POST /wp-json/…`) is lost.
  public volatile Predicate<String> loses = _ -> false;

  /// Whether this request is held up on its way: whoever sent it hears nothing more, and it gets to
  /// the site when [#arrive] says so.
  public volatile Predicate<String> holds = _ -> false;

  private final Queue<byte[]> held = new ConcurrentLinkedQueue<>();

  /// What becomes of the others.
  public volatile UnaryOperator<String> changes = UnaryOperator.identity();

  /// The first line of each request.
  public final List<String> heard = new CopyOnWriteArrayList<>();

  private final ServerSocket server;
  private final int site;

  public LossyWire(int site) {
    this.site = site;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::listen);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /// What was held up gets to the site now, and is answered there.
  public void arrive() {
    for (var request = held.poll(); request != null; request = held.poll()) {
      try (var there = new Socket(InetAddress.getLoopbackAddress(), site)) {
        there.getOutputStream().write(last(request));
        there.getOutputStream().flush();
        there.getInputStream().readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var caller = server.accept();
        Thread.startVirtualThread(() -> pass(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void pass(Socket caller) {
    try (caller;
        var there = new Socket(InetAddress.getLoopbackAddress(), site)) {
      var request = request(caller.getInputStream());
      var line = text(request).lines().findFirst().orElse("");
      heard.add(line);
      if (holds.test(line)) {
        held.add(request);
        caller.setSoLinger(true, 0);
        return;
      }
      there.getOutputStream().write(last(request));
      there.getOutputStream().flush();
      var answer = there.getInputStream().readAllBytes();
      if (loses.test(line)) {
        caller.setSoLinger(true, 0);
        return;
      }
      caller
          .getOutputStream()
          .write(changes.apply(text(answer)).getBytes(StandardCharsets.ISO_8859_1));
      caller.getOutputStream().flush();
    } catch (IOException e) {
      // the other end sees it
    }
  }

  /// The last on its connection, as a server has it that would wait for more.
  private static byte[] last(byte[] request) {
    return text(request)
        .replaceFirst("(?im)^connection: .*\r\n", "")
        .replaceFirst("\r\n", "\r\nConnection: close\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// One request, whole.
  private static byte[] request(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int end = -1;
    while (end < 0) {
      int next = in.read();
      if (next < 0) {
        return bytes.toByteArray();
      }
      bytes.write(next);
      end = text(bytes.toByteArray()).endsWith("\r\n\r\n") ? bytes.size() : -1;
    }
    var length = LENGTH.matcher(text(bytes.toByteArray()));
    if (length.find()) {
      bytes.write(in.readNBytes(Integer.parseInt(length.group(1))));
    }
    return bytes.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
