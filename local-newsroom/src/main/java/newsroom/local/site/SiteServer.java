package newsroom.local.site;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves one site's folder to readers.
public final class SiteServer implements AutoCloseable {

  static {
    // small answers leave at once instead of waiting for the reader's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService readers;

  private SiteServer(HttpServer server, ExecutorService readers) {
    this.server = server;
    this.readers = readers;
  }

  /// Serves a folder by itself: `SiteServer FOLDER [PORT [everywhere]]`; without the last word on
  /// loopback only.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("which folder? SiteServer FOLDER [PORT [everywhere]]");
    }
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8091;
    boolean everywhere = arguments.length > 2 && "everywhere".equals(arguments[2]);
    start(Path.of(arguments[0]), everywhere ? new InetSocketAddress(port) : loopback(port));
  }

  /// Serves a folder on loopback.
  ///
  /// @param folder need not be there yet: a site may have nothing to show at first
  public static SiteServer start(Path folder, int port) throws IOException {
    return start(folder, loopback(port));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static SiteServer start(Path folder, InetSocketAddress address) throws IOException {
    var server = HttpServer.create(address, 0);
    var readers = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(readers);
    server.createContext("/", new Reading(new SiteFiles(folder.toAbsolutePath().normalize())));
    server.start();
    return new SiteServer(server, readers);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    readers.shutdownNow();
  }
}
