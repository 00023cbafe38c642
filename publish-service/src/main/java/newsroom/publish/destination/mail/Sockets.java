package newsroom.publish.destination.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;
import newsroom.publish.destination.webhook.Guard;

/// Sockets of one session with a mail server. Each looks at the address it connects to at the
/// moment it does; closing breaks all of them off, from any thread.
final class Sockets extends SocketFactory implements AutoCloseable {

  private final Guard guard;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  Sockets(Guard guard) {
    this.guard = guard;
  }

  @Override
  public Socket createSocket() {
    var socket =
        new Socket() {
          @Override
          public void connect(SocketAddress to, int timeout) throws IOException {
            if (to instanceof InetSocketAddress there && there.getAddress() != null) {
              guard.resolve(there.getAddress().getHostAddress());
            }
            super.connect(to, timeout);
          }
        };
    open.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress own, int ownPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort)
      throws IOException {
    return createSocket(host, port);
  }

  private Socket connected(InetSocketAddress there) throws IOException {
    var socket = createSocket();
    socket.connect(there, 0);
    return socket;
  }

  @Override
  public void close() {
    for (var socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // it is gone either way
      }
    }
  }
}
