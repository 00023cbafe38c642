package newsroom.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpikeWatchTests {

  private final List<String> spike = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private HttpServer ingest;

  @BeforeEach
  void open() throws IOException {
    ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ingest.createContext(
        "/spike",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(spike.toString().getBytes(UTF_8));
          exchange.close();
        });
    ingest.start();
  }

  @AfterEach
  void close() {
    ingest.stop(0);
  }

  @Test
  void tellsOnceWhatIsSetAsideFromNowOn() throws Exception {
    // Given
    spike.add(wire("1", "yesterday's"));
    try (var watch = SpikeWatch.open(address(), line -> told.add(line.toString()))) {
      assertThat(watch).isNotNull();
      // When
      spike.add(wire("2", "no headline"));
      // Then
      await()
          .untilAsserted(
              () -> assertThat(told).containsExactly("spiked     northwire a.xml: no headline"));
      spike.add(wire("3", "cut off"));
      await().untilAsserted(() -> assertThat(told).hasSize(2));
    }
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + ingest.getAddress().getPort() + "/");
  }

  private static String wire(String id, String reason) {
    return """
        {"id": "%s", "agency": "northwire", "name": "a.xml", "reason": "%s", "spiked": "2026-11-22T12:00:00Z"}"""
        .formatted(id, reason);
  }
}
