package newsroom.ingest.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Stands before a mail server and says, as long as it is full, that there is no room for a message
/// that is to be moved.
final class FullMailbox implements AutoCloseable {

  volatile boolean full = true;

  private final ServerSocket door;
  private final int server;

  FullMailbox(int server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        var there = new Socket(InetAddress.getLoopbackAddress(), server);
        Thread.ofVirtual().start(() -> answers(there, client));
        Thread.ofVirtual().start(() -> commands(client, there));
      } catch (IOException e) {
        // closed
        return;
      }
    }
  }

  private static void answers(Socket from, Socket to) {
    try (from;
        to) {
      var bytes = new byte[8192];
      for (int count = from.getInputStream().read(bytes);
          count >= 0;
          count = from.getInputStream().read(bytes)) {
        write(to.getOutputStream(), bytes, count);
      }
    } catch (IOException e) {
      // one of them hung up
    }
  }

  private void commands(Socket from, Socket to) {
    try (from;
        to) {
      var lines =
          new BufferedReader(
              new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (full && line.matches("\\w+ (UID )?(MOVE|COPY) .*")) {
          var tag = line.substring(0, line.indexOf(' '));
          var no = (tag + " NO [OVERQUOTA] no room\r\n").getBytes(StandardCharsets.ISO_8859_1);
          write(from.getOutputStream(), no, no.length);
        } else {
          var command = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
          write(to.getOutputStream(), command, command.length);
        }
      }
    } catch (IOException e) {
      // one of them hung up
    }
  }

  private static void write(OutputStream out, byte[] bytes, int count) throws IOException {
    out.write(bytes, 0, count);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
