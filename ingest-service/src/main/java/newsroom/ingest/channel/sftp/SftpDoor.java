package newsroom.ingest.channel.sftp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.ChannelSettings;
import newsroom.ingest.channel.Secret;
import newsroom.ingest.channel.pull.Remote;
import newsroom.ingest.channel.pull.Server;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;

/// Connects to an SFTP server, makes sure that it is the right one, and logs in.
final class SftpDoor implements Remote.Door {

  private static final int PORT = 22;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Server server;
  private final ChannelSettings settings;

  SftpDoor(Server server, ChannelSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  @Override
  public Remote open() throws IOException {
    var known = new KnownServer(server);
    var client = client(known);
    client.start();
    try {
      var session = connect(client);
      logIn(session);
      var sftp = SftpClientFactory.instance().createSftpClient(session);
      return new SftpRemote(client, sftp, server.folder());
    } catch (IOException | RuntimeException e) {
      SftpRemote.leave(client);
      var refusal = known.refusal();
      if (refusal != null) {
        throw new IOException(refusal, e);
      }
      throw e;
    }
  }

  /// Nothing of the account that this program runs under is used: no keys, no configuration.
  private SshClient client(KnownServer known) {
    var client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(known);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    CoreModuleProperties.NIO_WORKERS.set(client, 1);
    CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.timeout());
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, settings.timeout());
    return client;
  }

  private ClientSession connect(SshClient client) throws IOException {
    var port = Addresses.port(server.address(), PORT);
    return client
        .connect(server.login(), server.address().getHost(), port)
        .verify(CONNECT)
        .getSession();
  }

  private void logIn(ClientSession session) throws IOException {
    if (server.key() != null) {
      addKey(session, server.key());
    }
    if (!Secret.of(server.password()).isEmpty()) {
      session.addPasswordIdentity(Secret.of(server.password()));
    }
    session.auth().verify(settings.timeout());
  }

  private void addKey(ClientSession session, Path file) throws IOException {
    var keys = new FileKeyPairProvider(file);
    var passphrase = Secret.of(server.passphrase());
    if (!passphrase.isEmpty()) {
      keys.setPasswordFinder(FilePasswordProvider.of(passphrase));
    }
    try {
      for (var pair : keys.loadKeys(session)) {
        session.addPublicKeyIdentity(pair);
      }
    } catch (RuntimeException e) {
      throw new IOException("key " + file + " cannot be read, or its passphrase is wrong", e);
    }
  }
}
