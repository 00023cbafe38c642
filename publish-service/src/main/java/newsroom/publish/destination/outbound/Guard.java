package newsroom.publish.destination.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Keeps posts from going to addresses that only this house can reach. It looks at the address that
/// is connected to, at the moment it is: a name that answers otherwise a second time gains nothing.
public final class Guard implements DnsResolver {

  private final DnsResolver names;
  private final boolean allowLoopback;
  private final boolean allowPrivate;

  /// A guard.
  ///
  /// @param names asked for the addresses
  public Guard(DnsResolver names, boolean allowLoopback, boolean allowPrivate) {
    this.names = names;
    this.allowLoopback = allowLoopback;
    this.allowPrivate = allowPrivate;
  }

  /// A name that leads inside.
  public static final class Forbidden extends UnknownHostException {
    private Forbidden(String sentence) {
      super(sentence);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = names.resolve(host);
    for (var address : addresses) {
      if (!allowed(address)) {
        throw new Forbidden(host + " leads to an address that is not public");
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  boolean allowed(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return allowLoopback;
    }
    if (address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet6Address six ? allowed(six) : allowed(address.getAddress());
  }

  private boolean allowed(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    boolean inner =
        first == 10
            || (first == 172 && second >= 16 && second <= 31)
            || (first == 192 && second == 168)
            || (first == 100 && second >= 64 && second <= 127);
    if (inner) {
      return allowPrivate;
    }
    boolean special =
        first == 0
            || first >= 240
            || (first == 192 && second == 0 && (four[2] == 0 || four[2] == 2))
            || (first == 192 && second == 88 && four[2] == 99)
            || (first == 198 && (second == 18 || second == 19))
            || (first == 198 && second == 51 && four[2] == 100)
            || (first == 203 && second == 0 && four[2] == 113);
    return !special;
  }

  private boolean allowed(Inet6Address address) {
    var bytes = address.getAddress();
    boolean unique = (bytes[0] & 0xfe) == 0xfc || address.isSiteLocalAddress();
    if (unique) {
      return allowPrivate;
    }
    // only 2000::/3 is given to anyone. Of that, addresses that carry an IPv4 address in them lead
    // wherever that one leads, and those for special use or for documents to nobody
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    boolean given = (first & 0xe000) == 0x2000;
    boolean special =
        first == 0x2002
            || (first == 0x2001 && (second < 0x0200 || second == 0x0db8))
            || (first == 0x3fff && second < 0x1000);
    return given && !special;
  }
}
