package newsroom.publish.destination.drop.place;

import java.io.IOException;
import java.time.Duration;
import newsroom.publish.destination.outbound.Trust;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/// A folder on an FTP server: `ftp` is plain, `ftpes` turns to TLS before the password, `ftps` is
/// TLS from the first byte.
record FtpPlace(Server server, Trust trust) implements Place {

  private static final int PORT = 21;
  private static final int TLS_PORT = 990;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  @Override
  public Visit open() throws IOException {
    var client = client();
    try {
      connect(client);
      logIn(client);
      enter(client);
      return new FtpVisit(client);
    } catch (IOException | RuntimeException e) {
      FtpVisit.leave(client);
      throw e;
    }
  }

  private FTPClient client() throws IOException {
    return switch (server.scheme()) {
      case "ftps" -> secure(true);
      case "ftpes" -> secure(false);
      default -> new FTPClient();
    };
  }

  /// With a context given, certificates are verified; left to itself this client looks at their
  /// dates only, and never at the name.
  private FTPSClient secure(boolean fromTheFirstByte) throws IOException {
    var client = new FTPSClient(fromTheFirstByte, trust.context());
    client.setEndpointCheckingEnabled(true);
    return client;
  }

  private void connect(FTPClient client) throws IOException {
    client.setConnectTimeout((int) CONNECT.toMillis());
    client.setDefaultTimeout((int) server.timeout().toMillis());
    client.setDataTimeout(server.timeout());
    client.setAutodetectUTF8(true);
    // the data goes to where the commands go: a server that names another host is not believed
    client.setIpAddressFromPasvResponse(false);
    var port = server.port(server.scheme().equals("ftps") ? TLS_PORT : PORT);
    var host = server.host();
    if (client instanceof FTPSClient) {
      // by name, which the certificate must have
      client.connect(server.address().getHost(), port);
    } else {
      client.connect(host, port);
    }
    client.setSoTimeout((int) server.timeout().toMillis());
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw new IOException("the server is not ready: " + FtpVisit.said(client));
    }
  }

  private void logIn(FTPClient client) throws IOException {
    if (!client.login(server.login().user(), server.login().password())) {
      throw new IOException("the server lets nobody in: " + FtpVisit.said(client));
    }
    if (client instanceof FTPSClient secure) {
      secure.execPBSZ(0);
      secure.execPROT("P");
    }
  }

  private void enter(FTPClient client) throws IOException {
    client.enterLocalPassiveMode();
    if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
      throw new IOException("the server has no binary mode: " + FtpVisit.said(client));
    }
    if (!server.folder().equals(".") && !client.changeWorkingDirectory(server.folder())) {
      throw new IOException("there is no folder " + server.folder() + ": " + FtpVisit.said(client));
    }
  }

  @Override
  public String toString() {
    return server.toString();
  }
}
