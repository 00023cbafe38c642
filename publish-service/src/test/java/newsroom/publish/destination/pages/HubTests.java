package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import newsroom.publish.destination.Authority;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.TlsFront;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubTests {

  @TempDir Path folder;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final LedgerShelf shelf = new LedgerShelf();
  private final Bench bench = new Bench(Clock.systemUTC());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    bench.watch(shelf);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          told.add(
              URLDecoder.decode(
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
  }

  @Test
  void aHubHearsWhichFeedsHaveChangedAndFeedsNameIt() throws IOException {
    try (var site =
        bench.open(folder, Pages.MASTHEAD, shelf, "hub", address(), "allow-loopback", "true")) {
      // When
      shelf.settle(Pages.show(1, 1), site.carry(List.of(Pages.show(1, 1))).getFirst());

      // Then
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(String.join("\n", told))
                      .contains("hub.mode=publish")
                      .contains("hub.url=http://harbor.test/feed.xml")
                      .contains("hub.url=http://harbor.test/world/atom.xml"));
      assertThat(Files.readString(folder.resolve("feed.xml"))).contains("rel=\"hub\"");
      assertThat(Files.readString(folder.resolve("atom.xml"))).contains("rel=\"hub\"");
      assertThat(Files.readString(folder.resolve("feed.json"))).contains("\"hubs\"");
    }
  }

  @Test
  void aHubOnAnAddressOfThisHouseIsNotToldAndHoldsUpNothing() {
    try (var site = bench.open(folder, Pages.MASTHEAD, shelf, "hub", address())) {
      // When
      var said = site.carry(List.of(Pages.show(1, 1)));
      shelf.settle(Pages.show(1, 1), said.getFirst());

      // Then
      assertThat(said).hasOnlyElementsOfType(Transmission.Accepted.class);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> Files.readString(folder.resolve("feed.xml")).contains("Lighthouse 1"));
      await().during(Duration.ofMillis(1_500)).until(told::isEmpty);
    }
  }

  @Test
  void aHubIsToldWhoseCertificateACompanysOwnAuthorityHasSigned() throws Exception {
    // Given
    var keys = new Authority(folder).server("ip:127.0.0.1");
    try (var front = new TlsFront(keys, server.getAddress().getPort());
        var site =
            bench.open(
                folder.resolve("site"),
                Pages.MASTHEAD,
                shelf,
                "hub",
                front.url().resolve("hub").toString(),
                "ca",
                keys.ca().toString(),
                "allow-loopback",
                "true")) {
      // When
      shelf.settle(Pages.show(1, 1), site.carry(List.of(Pages.show(1, 1))).getFirst());

      // Then
      await().atMost(Duration.ofSeconds(10)).until(() -> !told.isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hub            | javascript:x | hub must be an address like https://hub.example.org/
          colour         | red          | colour is no setting of pages; there are [
          allow-loopback | yes          | allow-loopback must be true or false, not yes
          folder         | ''           | folder is missing: say where the pages are to lie
          """)
  void aMistakeIsSaid(String key, String value, String sentence) {
    assertThatThrownBy(() -> bench.open(folder, Pages.MASTHEAD, shelf, key, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }
}
