package newsroom.publish.destination.drop.place;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.publish.destination.outbound.Guard;
import org.jspecify.annotations.Nullable;

/// A partner's server and how it lets us in.
///
/// @param address `sftp://host/folder`, `ftp://…`, `ftpes://…` or `ftps://…`
/// @param hostKeys fingerprints of the keys that an SFTP server may show, `SHA256:…`
/// @param knownHosts a file of such keys, as OpenSSH has it
/// @param timeout for each answer of the server
record Server(
    URI address,
    Login login,
    List<String> hostKeys,
    @Nullable Path knownHosts,
    Guard guard,
    Duration timeout) {

  /// Who we are. Never printed.
  record Login(String user, String password, @Nullable Path key, String passphrase) {
    @Override
    public String toString() {
      return user;
    }
  }

  /// The address to connect to, looked at before it is.
  InetAddress host() throws UnknownHostException {
    return guard.resolve(address.getHost())[0];
  }

  int port(int otherwise) {
    return address.getPort() < 0 ? otherwise : address.getPort();
  }

  String scheme() {
    return address.getScheme();
  }

  String folder() {
    var path = address.getPath();
    return path == null || path.isEmpty() ? "." : path;
  }

  @Override
  public String toString() {
    return scheme() + "://" + address.getHost() + (folder().equals(".") ? "" : folder());
  }
}
