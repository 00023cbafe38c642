package newsroom.ingest.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OuterAddressesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2002:a00:1::1",
        "2001:0:a00:1::1",
        "::10.0.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "192.0.0.8",
        "::ffff:10.0.0.1"
      })
  void innerAddressesAreRefusedAlwaysToo(String address) throws Exception {
    assertThat(new OuterAddresses(true).isInner(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
  void loopbackIsRefusedUnlessItIsAllowed(String address) throws Exception {
    assertThat(new OuterAddresses(false).isInner(InetAddress.getByName(address))).isTrue();
    assertThat(new OuterAddresses(true).isInner(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"93.184.216.34", "8.8.8.8", "198.20.0.1", "192.0.1.1", "2606:2800:220:1::1"})
  void outerAddressesAreNot(String address) throws Exception {
    assertThat(new OuterAddresses(false).isInner(InetAddress.getByName(address))).isFalse();
  }
}
