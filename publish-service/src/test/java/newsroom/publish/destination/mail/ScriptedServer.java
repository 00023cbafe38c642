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

/// A mail server that answers one command as the test says, or breaks off there where the answer is
/// empty. `.` is the end of a mail.
final class ScriptedServer implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final String at;
  private final String answer;

  ScriptedServer(String at, String answer) throws IOException {
    this.at = at;
    this.answer = answer;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /// What was sent to the end, whatever was answered.
  List<String> mails() {
    return mails;
  }

  private void serve() {
    while (!door.isClosed()) {
      try (var guest = door.accept()) {
        talk(guest);
      } catch (IOException e) {
        // the guest has left, or the test is over
      }
    }
  }

  private void talk(Socket guest) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
    say(guest, "220 here");
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith(at)) {
        if (answer.isEmpty()) {
          return;
        }
        say(guest, answer);
      } else if (line.equals("DATA")) {
        say(guest, "354 go on");
        mails.add(mail(in));
        if (at.equals(".") && answer.isEmpty()) {
          return;
        }
        say(guest, at.equals(".") ? answer : "250 taken");
      } else {
        say(guest, "250 fine");
      }
    }
  }

  private static String mail(BufferedReader in) throws IOException {
    var mail = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line).append('\n');
    }
    return mail.toString();
  }

  private static void say(Socket guest, String line) throws IOException {
    guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
