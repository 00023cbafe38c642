package newsroom.publish.destination.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTests extends DestinationContract {

  private static final String SECRET = secret("the-key-that-is-used-now-123456");
  private static final String OLD_SECRET = secret("the-key-that-was-used-before-12");

  private final Receiver receiver = new Receiver();
  private final List<Destination> opened = new ArrayList<>();

  private static String secret(String text) {
    return "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    opened.forEach(Destination::close);
    receiver.close();
  }

  private Destination open(URI url, Duration deadline, String... more) {
    var settings =
        new TreeMap<>(Map.of("url", url.toString(), "secret", SECRET, "allow-loopback", "true"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    var read = WebhookSettings.from(settings);
    var envelope =
        new Envelope(
            page -> "{\"headline\":\"" + page.story().headlines().headline() + "\"}", "harbor");
    var clock = Clock.systemUTC();
    var destination =
        new WebhookDestination(clock, read, envelope, new Post(clock, read, deadline));
    opened.add(destination);
    return destination;
  }

  @Override
  protected Destination working() {
    return open(receiver.url(), Post.DEADLINE);
  }

  @Override
  protected Destination unreachable() {
    return open(URI.create("http://127.0.0.1:1/hook"), Post.DEADLINE);
  }

  @Override
  protected Destination refusing() {
    receiver.reply = Receiver.status(422);
    return open(receiver.url(), Post.DEADLINE);
  }

  /// What a receiver keeps that looks at the id, as the standard tells it to.
  @Override
  protected Object seen() {
    var bodies = new TreeMap<@Nullable String, String>();
    receiver.calls.forEach(call -> bodies.put(call.headers().getFirst("webhook-id"), call.body()));
    return bodies;
  }

  @Test
  void aPostIsSignedAsTheStandardSays() throws Exception {
    // When
    carry(working(), Pages.show(1, 1));

    // Then
    var call = receiver.calls.getFirst();
    assertThat(call.headers().getFirst("webhook-id")).matches("show-1-1_[0-9a-f]{16}");
    assertThat(call.headers().getFirst("Content-Type")).startsWith("application/json");
    new Webhook(SECRET).verify(call.body(), call.headers());
    assertThatThrownBy(() -> new Webhook(SECRET).verify(call.body() + " ", call.headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void whileTheSecretIsChangedBothAreGood() throws Exception {
    // When
    carry(open(receiver.url(), Post.DEADLINE, "previous-secret", OLD_SECRET), Pages.show(1, 1));

    // Then
    var call = receiver.calls.getFirst();
    new Webhook(SECRET).verify(call.body(), call.headers());
    new Webhook(OLD_SECRET).verify(call.body(), call.headers());
  }

  @Test
  void theBodySaysWhatHappened() {
    // When
    carry(
        working(),
        Pages.show(1, 1),
        Pages.show(1, 2),
        Pages.takeDown(1, 3, false),
        Pages.takeDown(1, 4, true));

    // Then
    assertThat(receiver.calls)
        .extracting(call -> call.body().substring(9, call.body().indexOf('"', 9)))
        .containsExactlyInAnyOrder(
            "article.published", "article.updated", "article.withdrawn", "article.killed");
    assertThat(seen().toString())
        .contains("\"article\":{\"headline\":\"Lighthouse 1 moves inland, report 1\"}");
  }

  @Test
  void aThinBodySaysWhatHappenedToWhichStoryAndLeavesTheStoryOut() {
    // When
    var body = new Envelope(null, "harbor").of(Pages.show(1, 1));

    // Then
    assertThat(body)
        .contains("\"type\":\"article.published\"", "\"uri\":", "\"url\":", "\"version\":1")
        .doesNotContain("\"article\":", "Lighthouse");
    assertThat(WebhookSettings.isThin(Map.of("payload", "thin"))).isTrue();
    assertThatThrownBy(() -> WebhookSettings.isThin(Map.of("payload", "slim")))
        .hasMessage("payload must be full or thin, not slim");
  }

  @Test
  void aBodyThatSaysSomethingElseHasAnotherId() {
    // Given
    var page = Pages.show(1, 1).page();
    var told = new Dispatch.Told(page.posted(), null);
    var later = new Dispatch.Told(page.posted().plusSeconds(7), null);
    var working = working();

    // When
    carry(working, new Dispatch.Show("one", page, true, told));
    carry(working, new Dispatch.Show("one", page, true, told));
    carry(working, new Dispatch.Show("one", page, true, later));

    // Then
    var ids = receiver.calls.stream().map(call -> call.headers().getFirst("webhook-id")).toList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted",
    "201, Accepted",
    "299, Accepted",
    "301, Refused",
    "304, Refused",
    "307, Refused",
    "400, Refused",
    "401, Refused",
    "404, Refused",
    "410, Closed",
    "421, Refused",
    "408, Deferred",
    "425, Deferred",
    "429, Deferred",
    "500, Deferred",
    "502, Deferred",
    "503, Deferred",
    "504, Deferred"
  })
  void theStatusDecides(int status, String outcome) {
    // Given
    receiver.reply = Receiver.status(status, "Location", "http://127.0.0.1:1/elsewhere");

    // When
    var said = working().carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(said.getFirst().getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(receiver.calls).hasSize(1);
  }

  @Test
  void retryAfterIsReadInBothForms() {
    // Given
    var now = Instant.parse("2026-11-20T08:00:00Z");

    // Then
    assertThat(Answer.of(503, "120", now))
        .isEqualTo(new Transmission.Deferred("the receiver answered 503", now.plusSeconds(120)));
    assertThat(Answer.of(429, "Fri, 20 Nov 2026 09:00:00 GMT", now))
        .isEqualTo(new Transmission.Deferred("the receiver answered 429", now.plusSeconds(3600)));
    assertThat(Answer.of(429, "soon", now))
        .isEqualTo(new Transmission.Deferred("the receiver answered 429", null));
    assertThat(((Transmission.Deferred) Answer.of(429, "99999999999", now)).notBefore())
        .isNotNull();
  }

  @Test
  void aReceiverThatHangsIsGivenUpAtTheDeadline() {
    // Given
    var givenUp = new CountDownLatch(1);
    receiver.reply =
        exchange -> {
          try {
            givenUp.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    var destination = open(receiver.url(), Duration.ofMillis(500));

    // When
    long start = System.nanoTime();
    var said = destination.carry(List.of(Pages.show(1, 1), Pages.show(2, 1)));

    // Then
    assertThat(said)
        .allSatisfy(
            one ->
                assertThat(((Transmission.Deferred) one).reason())
                    .contains("did not answer within"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    givenUp.countDown();
  }

  @Test
  void anEndlessAnswerIsCutOffAndItsStatusCounts() {
    // Given
    receiver.reply =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var out = exchange.getResponseBody();
          for (int i = 0; i < 10_000; i++) {
            out.write(new byte[8192]);
          }
        };

    // When
    long start = System.nanoTime();
    var said = working().carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(said).hasOnlyElementsOfType(Transmission.Accepted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aPostToThisMachineIsRefusedUnlessAllowed() {
    // Given
    var destination =
        open(receiver.url(), Post.DEADLINE, "allow-loopback", "false", "allow-private", "true");

    // When
    var said = destination.carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(said).hasOnlyElementsOfType(Transmission.Refused.class);
    assertThat(receiver.calls).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url             | ftp://partner.test/          | url must be https
          url             | http://partner.test/         | url must be https
          url             | https://me@partner.test/     | url must be like
          secret          | whsec_c2hvcnQ=               | secret must be whsec_ and 24 to 64 bytes
          previous-secret | nonsense                     | previous-secret must be whsec_
          concurrency     | many                         | concurrency must be a number
          allow-loopback  | yes                          | allow-loopback must be true or false
          colour          | red                          | colour is no setting of a webhook
          """)
  void aWrongSettingIsNamed(String key, String value, String sentence) {
    var settings = new TreeMap<>(Map.of("url", "https://partner.test/hook", "secret", SECRET));
    settings.put(key, value);
    assertThatThrownBy(() -> WebhookSettings.from(settings)).hasMessageStartingWith(sentence);
  }
}
