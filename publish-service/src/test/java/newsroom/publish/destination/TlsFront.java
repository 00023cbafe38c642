package newsroom.publish.destination;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Stands before a site that speaks plain HTTP on this machine, and speaks TLS for it.
public final class TlsFront implements AutoCloseable {

  private final SSLServerSocket server;
  private final int site;
  private final AtomicInteger let = new AtomicInteger();

  public TlsFront(Authority.Server keys, int site) throws Exception {
    var factory = keys.context().getServerSocketFactory();
    this.server =
        (SSLServerSocket) factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.site = site;
    Thread.startVirtualThread(this::listen);
  }

  public URI url() {
    return URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /// How many connections came through.
  public int let() {
    return let.get();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var caller = (SSLSocket) server.accept();
        Thread.startVirtualThread(() -> pass(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void pass(SSLSocket caller) {
    try (caller) {
      caller.startHandshake();
      try (var there = new Socket(InetAddress.getLoopbackAddress(), site)) {
        let.incrementAndGet();
        var back = Thread.startVirtualThread(() -> pump(there, caller));
        pump(caller, there);
        back.join();
      }
    } catch (IOException e) {
      // the other end sees it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // one of the two has ended
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
