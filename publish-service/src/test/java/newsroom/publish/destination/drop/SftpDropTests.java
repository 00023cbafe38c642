package newsroom.publish.destination.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.Test;

class SftpDropTests extends ServerDropContract {

  @Override
  Peer start(int port) throws Exception {
    return new SftpPeer(disk, port);
  }

  @Override
  Map<String, String> credentials() {
    return Map.of("user", "newsroom", "password", "hush", "host-key", SftpPeer.fingerprint());
  }

  @Test
  void aServerWithAnotherKeyGetsNothing() {
    // Given
    var settings = new HashMap<>(place());
    settings.put("host-key", "SHA256:" + "A".repeat(43));

    // When
    var outcomes = open(settings).carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(((Transmission.Deferred) outcomes.getFirst()).reason())
        .contains("which the settings do not know");
    assertThat(names()).isEmpty();
  }
}
