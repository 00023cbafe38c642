package newsroom.publish.destination.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server on loopback that hears of nobody's name before the line is TLS.
final class TlsServer implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final SSLContext tls;
  private final boolean fromTheFirstByte;

  TlsServer(SSLContext tls, boolean fromTheFirstByte) throws IOException {
    this.tls = tls;
    this.fromTheFirstByte = fromTheFirstByte;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /// Each line, after `plain ` where anybody on the way could read it.
  List<String> heard() {
    return heard;
  }

  private void serve() {
    while (!door.isClosed()) {
      try (var guest = door.accept()) {
        talk(fromTheFirstByte ? secured(guest) : guest, true);
      } catch (IOException e) {
        // the guest does not trust us, or has left, or the test is over
      }
    }
  }

  private Socket secured(Socket guest) throws IOException {
    var secured = (SSLSocket) tls.getSocketFactory().createSocket(guest, null, 0, true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private void talk(Socket guest, boolean greeting) throws IOException {
    boolean safe = guest instanceof SSLSocket;
    var in =
        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
    if (greeting) {
      say(guest, "220 here");
    }
    boolean mail = false;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      heard.add((safe ? "" : "plain ") + line);
      if (mail) {
        mail = !line.equals(".");
        if (!mail) {
          say(guest, "250 taken");
        }
      } else if (line.equals("STARTTLS")) {
        say(guest, "220 go on");
        talk(secured(guest), false);
        return;
      } else {
        mail = line.equals("DATA");
        say(guest, answer(line, safe));
      }
    }
  }

  private static String answer(String line, boolean safe) {
    return switch (line.split(" ", 2)[0]) {
      case "EHLO" -> safe ? "250-here\r\n250 AUTH PLAIN" : "250-here\r\n250 STARTTLS";
      case "AUTH" -> "235 come in";
      case "DATA" -> "354 go on";
      default -> "250 fine";
    };
  }

  private static void say(Socket guest, String line) throws IOException {
    guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    guest.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
