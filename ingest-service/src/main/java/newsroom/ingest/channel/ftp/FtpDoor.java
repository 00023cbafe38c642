package newsroom.ingest.channel.ftp;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Secret;
import newsroom.ingest.channel.pull.Remote;
import newsroom.ingest.channel.pull.Server;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.springframework.boot.ssl.SslBundles;

/// Connects to an FTP server, logs in and goes to the folder.
final class FtpDoor implements Remote.Door {

  private static final int PORT = 21;
  private static final int TLS_PORT = 990;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Server server;
  private final ChannelSettings settings;
  private final SslBundles bundles;

  FtpDoor(Server server, ChannelSettings settings, SslBundles bundles) {
    this.server = server;
    this.settings = settings;
    this.bundles = bundles;
  }

  @Override
  public Remote open() throws IOException {
    var client = client();
    try {
      connect(client);
      logIn(client);
      enter(client);
      return new FtpRemote(client);
    } catch (IOException | RuntimeException e) {
      FtpRemote.leave(client);
      throw e;
    }
  }

  private FTPClient client() throws IOException {
    return switch (scheme()) {
      case "ftps" -> secure(true);
      case "ftpes" -> secure(false);
      default -> new FTPClient();
    };
  }

  private String scheme() {
    return server.address().getScheme().toLowerCase(Locale.ROOT);
  }

  /// With a context given, certificates are verified; left to itself this client looks at their
  /// dates only, and never at the name.
  private FTPSClient secure(boolean fromTheFirstByte) throws IOException {
    var client = new FTPSClient(fromTheFirstByte, context());
    client.setEndpointCheckingEnabled(true);
    return client;
  }

  private SSLContext context() throws IOException {
    try {
      return server.sslBundle() == null
          ? SSLContext.getDefault()
          : bundles.getBundle(server.sslBundle()).createSslContext();
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("there is no TLS here", e);
    }
  }

  private void connect(FTPClient client) throws IOException {
    client.setConnectTimeout((int) CONNECT.toMillis());
    client.setDefaultTimeout((int) settings.timeout().toMillis());
    client.setDataTimeout(settings.timeout());
    client.setAutodetectUTF8(true);
    var port = Addresses.port(server.address(), scheme().equals("ftps") ? TLS_PORT : PORT);
    client.connect(server.address().getHost(), port);
    client.setSoTimeout((int) settings.timeout().toMillis());
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw new IOException("the server is not ready: " + FtpRemote.said(client));
    }
  }

  private void logIn(FTPClient client) throws IOException {
    if (!client.login(server.login(), Secret.of(server.password()))) {
      throw new IOException("the server lets nobody in: " + FtpRemote.said(client));
    }
    if (client instanceof FTPSClient secure) {
      secure.execPBSZ(0);
      secure.execPROT("P");
    }
  }

  private void enter(FTPClient client) throws IOException {
    client.enterLocalPassiveMode();
    if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
      throw new IOException("the server has no binary mode: " + FtpRemote.said(client));
    }
    if (!client.changeWorkingDirectory(server.folder())) {
      throw new IOException(
          "there is no folder " + server.folder() + ": " + FtpRemote.said(client));
    }
  }
}
