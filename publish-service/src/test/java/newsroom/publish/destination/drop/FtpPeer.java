package newsroom.publish.destination.drop;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/// An FTP server on loopback.
final class FtpPeer implements Peer {

  private final FtpServer server;
  private final int port;

  FtpPeer(Path disk, int port) throws FtpException {
    this.port = port;
    var listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(port);
    var user = new BaseUser();
    user.setName("newsroom");
    user.setPassword("hush");
    user.setHomeDirectory(disk.toString());
    user.setAuthorities(List.of(new WritePermission()));
    var factory = new FtpServerFactory();
    factory.getUserManager().save(user);
    factory.addListener("default", listener.createListener());
    server = factory.createServer();
    server.start();
  }

  @Override
  public String address() {
    return "ftp://127.0.0.1:" + port + "/out";
  }

  @Override
  public void close() {
    server.stop();
  }
}
