package newsroom.publish.destination.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import newsroom.publish.destination.outbound.Guard;

/// Sockets of one session with a mail server. Each looks at the address it connects to at the
/// moment it does; closing breaks all of them off, from any thread.
final class Sockets extends SocketFactory implements AutoCloseable {

  static final int CONNECT_MILLIS = 10_000;
  static final int SILENCE_MILLIS = 30_000;

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

  /// A connection that is TLS from the first byte, to a server whose certificate is trusted and has
  /// its name.
  Socket secured(String host, int port, SSLContext context) throws IOException {
    var socket = createSocket();
    socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
    socket.setSoTimeout(SILENCE_MILLIS);
    var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
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
