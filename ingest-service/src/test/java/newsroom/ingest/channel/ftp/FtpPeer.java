package newsroom.ingest.channel.ftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.jspecify.annotations.Nullable;

/// An FTP server on loopback, always on the same port.
final class FtpPeer {

  private final int port;
  private @Nullable FtpServer server;

  FtpPeer() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  void start(Path disk, @Nullable Path keys) throws Exception {
    Files.createDirectories(disk.resolve("out"));
    var listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(port);
    if (keys != null) {
      var tls = new SslConfigurationFactory();
      tls.setKeystoreFile(keys.toFile());
      tls.setKeystorePassword("password");
      listener.setSslConfiguration(tls.createSslConfiguration());
    }
    var user = new BaseUser();
    user.setName("newsroom");
    user.setPassword("hush");
    user.setHomeDirectory(disk.toString());
    user.setAuthorities(List.of(new WritePermission()));
    var factory = new FtpServerFactory();
    factory.getUserManager().save(user);
    factory.addListener("default", listener.createListener());
    // the server empties the map when it stops
    factory.setFtplets(new HashMap<>(Map.of("locks", new Locks())));
    server = factory.createServer();
    server.start();
  }

  /// Whoever asks for a file whose name begins with `locked` is told that somebody has it open.
  private static final class Locks extends DefaultFtplet {

    @Override
    public FtpletResult onDownloadStart(FtpSession session, FtpRequest request)
        throws FtpException {
      if (!request.getArgument().startsWith("locked")) {
        return FtpletResult.DEFAULT;
      }
      session.write(new DefaultFtpReply(450, "The file is busy."));
      return FtpletResult.SKIP;
    }
  }

  void kill() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }
}
