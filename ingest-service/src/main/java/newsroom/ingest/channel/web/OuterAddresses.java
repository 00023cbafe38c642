package newsroom.ingest.channel.web;

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
        || (address instanceof Inet6Address
            ? isInner6(address.getAddress())
            : isInner4(address.getAddress()));
  }

  /// fc00::/7, the site's own; and the ranges that carry an IPv4 address inside, which lead to
  /// wherever that one leads: ::/16 (mapped, compatible), 64::/16 (NAT64), 100::/16 (discarded),
  /// 2001:0::/32 (Teredo), 2002::/16 (6to4)
  private static boolean isInner6(byte[] six) {
    int first = (six[0] & 0xff) << 8 | (six[1] & 0xff);
    int second = (six[2] & 0xff) << 8 | (six[3] & 0xff);
    return (first & 0xfe00) == 0xfc00
        || first == 0
        || first == 0x0064
        || first == 0x0100
        || first == 0x2002
        || (first == 0x2001 && second == 0);
  }

  /// 0.0.0.0/8, 100.64.0.0/10 (shared by a provider's customers), 192.0.0.0/24 (of protocols),
  /// 198.18.0.0/15 (of measurements), 240.0.0.0/4
  private static boolean isInner4(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && four[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }
}
