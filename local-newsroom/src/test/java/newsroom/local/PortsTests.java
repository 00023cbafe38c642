package newsroom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

  @TempDir Path folder;

  @Test
  void liesAboveItsBase() {
    var ports = Ports.above(8080);
    assertThat(ports.of(Port.INGEST)).isEqualTo(8081);
    assertThat(ports.of(Port.NATIONAL)).isEqualTo(8091);
  }

  @Test
  void refusesABaseThatLeavesNoRoom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ports.above(65_530))
        .withMessageContaining("65530");
  }

  @Test
  void staysTheSameFromOneStartToTheNext() throws Exception {
    var file = folder.resolve("ports.properties");
    assertThat(Ports.free(file)).isEqualTo(Ports.free(file));
  }

  @Test
  void keepsWhatItDrewWhenAKilledNewsroomStillHoldsOne() throws Exception {
    // Given
    var file = folder.resolve("ports.properties");
    var before = Ports.free(file);
    try (var orphan =
        new ServerSocket(before.of(Port.DATABASE), 1, InetAddress.getLoopbackAddress())) {
      // When
      var after = Ports.free(file);
      // Then
      assertThat(after.of(Port.DATABASE)).isEqualTo(orphan.getLocalPort());
      assertThat(after).isEqualTo(before);
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    // Given
    var ports = Ports.free(folder.resolve("ports.properties"));
    try (var other =
        new ServerSocket(ports.of(Port.PUBLISH), 1, InetAddress.getLoopbackAddress())) {
      // Then
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("port " + other.getLocalPort() + " (publish) is taken")
          .hasMessageContaining("--port-base");
    }
  }
}
