package newsroom.publish.destination.drop.place;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;

/// A folder on an SFTP server that shows a key which the settings know.
record SftpPlace(Server server) implements Place {

  private static final int PORT = 22;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  @Override
  public Visit open() throws IOException {
    var known = new KnownServer(server);
    var client = client(known);
    client.start();
    try {
      var session =
          client
              .connect(
                  server.login().user(), new InetSocketAddress(server.host(), server.port(PORT)))
              .verify(CONNECT)
              .getSession();
      logIn(session);
      var sftp = SftpClientFactory.instance().createSftpClient(session);
      return new SftpVisit(client, sftp, server.folder());
    } catch (IOException | RuntimeException e) {
      SftpVisit.leave(client);
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
    CoreModuleProperties.IDLE_TIMEOUT.set(client, server.timeout());
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, server.timeout());
    return client;
  }

  private void logIn(ClientSession session) throws IOException {
    var login = server.login();
    if (login.key() != null) {
      var keys = new FileKeyPairProvider(login.key());
      if (!login.passphrase().isEmpty()) {
        keys.setPasswordFinder(FilePasswordProvider.of(login.passphrase()));
      }
      try {
        for (var pair : keys.loadKeys(session)) {
          session.addPublicKeyIdentity(pair);
        }
      } catch (RuntimeException e) {
        throw new IOException(
            "key " + login.key() + " cannot be read, or its passphrase is wrong", e);
      }
    }
    if (!login.password().isEmpty()) {
      session.addPasswordIdentity(login.password());
    }
    session.auth().verify(server.timeout());
  }

  @Override
  public String toString() {
    return server.toString();
  }
}
