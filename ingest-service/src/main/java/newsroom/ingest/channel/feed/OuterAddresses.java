package newsroom.ingest.channel.feed;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/// Resolves names to addresses outside only. A feed's address or redirect may point anywhere, so
/// the check is made on the address that is then connected to.
final class OuterAddresses implements DnsResolver {

  private final boolean allowLoopback;

  OuterAddresses(boolean allowLoopback) {
    this.allowLoopback = allowLoopback;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    for (var address : addresses) {
      if (isInner(address)) {
        throw new UnknownHostException(
            host + " is the inner address " + address.getHostAddress() + ", which is not polled");
      }
    }
    return addresses;
  }

  @Override
  public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  boolean isInner(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return !allowLoopback;
    }
    return address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet6Address ? isInner6(address) : isInner4(address));
  }

  /// fc00::/7, the site's own; and the ranges that carry an IPv4 address inside: 64:ff9b::/16,
  /// 2002::/16
  private static boolean isInner6(InetAddress address) {
    var bytes = address.getAddress();
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    return (first & 0xfe00) == 0xfc00 || first == 0x0064 || first == 0x2002;
  }

  /// 0.0.0.0/8, 100.64.0.0/10 (shared by a provider's customers), 240.0.0.0/4
  private static boolean isInner4(InetAddress address) {
    var bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    return first == 0 || (first == 100 && (bytes[1] & 0xc0) == 64) || first >= 240;
  }
}
