package newsroom.ingest.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Addresses of sources.
public final class Addresses {

  private Addresses() {}

  /// The address without what may be secret in it: user, password, query.
  public static String shown(URI address) {
    var authority = address.getRawAuthority();
    var path = address.getRawPath();
    return address.getScheme()
        + "://"
        + (authority == null ? "" : authority.replaceFirst("^.*@", ""))
        + (path == null ? "" : path);
  }

  /// Its port, or that of its scheme.
  public static int port(URI address, int usual) {
    return address.getPort() < 0 ? usual : address.getPort();
  }

  /// Whether both lead to one server by one scheme.
  public static boolean oneServer(URI one, URI other) {
    return equal(one.getScheme(), other.getScheme())
        && equal(one.getHost(), other.getHost())
        && webPort(one) == webPort(other)
        && other.getRawUserInfo() == null;
  }

  private static boolean equal(@Nullable String one, @Nullable String other) {
    return one != null && one.equalsIgnoreCase(other);
  }

  private static int webPort(URI address) {
    return port(address, "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80);
  }
}
