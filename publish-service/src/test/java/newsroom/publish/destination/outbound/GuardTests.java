package newsroom.publish.destination.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are of this house, and which of the world.
class GuardTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "::1", "::ffff:127.0.0.1", "169.254.169.254", "fe80::1", "fc00::1", "10.0.0.1",
        "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "0.0.0.0", "::", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "64:ff9b::7f00:1", "2002:7f00:1::", "192.0.0.1",
            "198.18.0.1"
      })
  void innerAddressesAreNotConnectedTo(String address) throws Exception {
    var guard = new Guard(SystemDefaultDnsResolver.INSTANCE, false, false);
    assertThat(guard.allowed(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1"})
  void publicAddressesAreConnectedTo(String address) throws Exception {
    assertThat(
            new Guard(SystemDefaultDnsResolver.INSTANCE, false, false)
                .allowed(InetAddress.getByName(address)))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:0:7f00:1::, false",
    "2001:db8::1, false",
    "100::1, false",
    "3fff::1, false",
    "fec0::1, false",
    "ff02::1, false",
    "5f00::1, false",
    "192.0.2.1, false",
    "198.51.100.1, false",
    "203.0.113.1, false",
    "192.88.99.1, false",
    "2a00:1450:4001::1, true",
    "2001:4860:4860::8888, true",
    "8.8.8.8, true"
  })
  void onlyAddressesThatAreGivenToSomebodyArePublic(String address, boolean allowed)
      throws Exception {
    var guard = new Guard(SystemDefaultDnsResolver.INSTANCE, false, false);
    assertThat(guard.allowed(InetAddress.getByName(address))).isEqualTo(allowed);
  }
}
