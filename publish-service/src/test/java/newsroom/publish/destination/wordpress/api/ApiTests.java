package newsroom.publish.destination.wordpress.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.Setback.Reach;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.Trust;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTests {

  private static final Instant NOW = Instant.parse("2026-11-20T08:15:00Z");
  private static final String SECRET = "abcd efgh ijkl mnop";

  private HttpServer site;
  private volatile int status = 200;
  private volatile String body = "{}";
  private volatile @Nullable String retryAfter;
  private final CountDownLatch hangs = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/wp-json/",
        exchange -> {
          if (retryAfter != null) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
          }
          exchange.getResponseHeaders().add("Location", "https://www.a.test/");
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    site.createContext(
        "/slow/",
        _ -> {
          try {
            hangs.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    site.start();
  }

  @AfterEach
  void stop() {
    hangs.countDown();
    site.stop(0);
  }

  private Api api(String path, boolean loopback) {
    var root = URI.create("http://127.0.0.1:" + site.getAddress().getPort() + path);
    return new Api(
        Clock.fixed(NOW, ZoneOffset.UTC),
        new Api.Login(root, new Passage(loopback, false, Trust.USUAL), "newsroom", SECRET, 2));
  }

  private Setback asked(Api api, Duration time) {
    try (api) {
      return catchThrowableOfType(Setback.class, () -> api.get("posts", Map.of(), Budget.of(time)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          408 | {}                                | STORY   | answered 408
          429 | {}                                | STORY   | answered 429
          500 | {}                                | FAILED  | answered 500
          502 | <html>                            | UNKNOWN | answered 502
          503 | <html>Briefly unavailable         | UNKNOWN | answered 503
          301 | {}                                | SITE    | redirects to https://www.a.test/
          200 | <html>Hello                       | SITE    | with a page, not with its REST API
          200 | ''                                | SITE    | with nothing where its REST API
          401 | {"code":"incorrect_password"}     | SITE    | user and password no longer
          404 | {"code":"rest_no_route"}          | SITE    | has no REST API
          400 | {"data":{"details":{"status":{"data":{"status":401}}}}} | SITE | user and password no longer
          """)
  void whatTheSiteAnswersMeans(int answer, String json, Reach reach, String words) {
    // Given
    status = answer;
    body = json;

    // When
    var setback = asked(api("/wp-json/", true), Duration.ofSeconds(20));

    // Then
    assertThat(setback.reach()).isEqualTo(reach);
    var said = (Transmission.Deferred) setback.said();
    assertThat(said.reason()).contains(words).doesNotContain(SECRET);
    assertThat(said.notBefore())
        .isEqualTo(reach == Reach.SITE ? NOW.plus(Duration.ofMinutes(5)) : null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | 2026-11-20T08:17:00Z
          Fri, 20 Nov 2026 09:00:00 GMT | 2026-11-20T09:00:00Z
          soon                          |
          """)
  void aSiteThatAsksForAPauseGetsIt(String header, @Nullable Instant notBefore) {
    // Given
    status = 503;
    retryAfter = header;

    // When
    var setback = asked(api("/wp-json/", true), Duration.ofSeconds(20));

    // Then
    assertThat(((Transmission.Deferred) setback.said()).notBefore()).isEqualTo(notBefore);
  }

  @Test
  void whatASiteSaysOfOneRequestIsItsOwnersToJudge() throws Setback {
    // Given
    status = 400;
    body = "{\"code\":\"rest_invalid_param\",\"message\":\"Invalid <b>parameter</b>(s): slug\"}";

    // When
    try (var api = api("/wp-json/", true)) {
      var reply = api.get("posts", Map.of("slug", "ä&b"), Budget.of(Duration.ofSeconds(20)));

      // Then
      assertThat(reply.ok()).isFalse();
      assertThat(reply.complaint()).contains("400 (rest_invalid_param): Invalid");
    }
  }

  @Test
  void aSiteThatHangsIsLeftWhenTheTimeIsUp() {
    // When
    var setback = asked(api("/slow/", true), Duration.ofMillis(300));

    // Then
    assertThat(setback.open()).isTrue();
    assertThat(((Transmission.Deferred) setback.said()).reason()).contains("did not answer within");
  }

  @Test
  void aSiteInsideThisHouseIsNotCalled() {
    assertThat(asked(api("/wp-json/", false), Duration.ofSeconds(20)).said())
        .isInstanceOf(Transmission.Refused.class);
  }
}
