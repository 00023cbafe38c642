package newsroom.publish.destination.drop.place;

import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/// Whether a server is the one of the settings, by its key.
final class KnownServer implements ServerKeyVerifier {

  private final Server server;
  private volatile @Nullable String refusal;

  KnownServer(Server server) {
    this.server = server;
  }

  /// Why the server was refused; null when it was not.
  @Nullable String refusal() {
    return refusal;
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress at, PublicKey key) {
    var fingerprint = String.valueOf(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
    boolean known =
        server.hostKeys().stream().anyMatch(listed -> listed.replace("=", "").equals(fingerprint))
            || isInFile(session, at, key);
    if (!known) {
      refusal = "the server shows the key " + fingerprint + ", which the settings do not know";
    }
    return known;
  }

  private boolean isInFile(ClientSession session, SocketAddress at, PublicKey key) {
    var file = server.knownHosts();
    return file != null
        && new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, file)
            .verifyServerKey(session, at, key);
  }
}
