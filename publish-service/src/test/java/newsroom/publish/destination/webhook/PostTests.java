package newsroom.publish.destination.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.Trust;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Receivers that do what they should not, down to single bytes.
class PostTests {

  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Post.Letter LETTER = new Post.Letter("msg_1", 1, "v1,x", "{}");

  private final ServerSocket server;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Talk talk = out -> say(out, "HTTP/1.1 204 No Content\r\n\r\n");

  private interface Talk {
    void to(OutputStream out) throws IOException;
  }

  PostTests() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        calls.incrementAndGet();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      var _ = socket.getInputStream().read(new byte[8192]);
      talk.to(socket.getOutputStream());
    } catch (IOException e) {
      // the other side has hung up, as it should
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  private static void dribble(OutputStream out, String text) throws IOException {
    for (int i = 0; ; i++) {
      say(out, String.valueOf(text.charAt(i % text.length())));
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private Transmission post(String host, Duration deadline) {
    var url = URI.create("http://" + host + ":" + server.getLocalPort() + "/hook");
    var settings = new WebhookSettings(url, List.of(), 4, new Passage(true, false, Trust.USUAL));
    try (var post = new Post(Clock.systemUTC(), settings, deadline)) {
      return post.send(LETTER);
    }
  }

  @Test
  void everyStatusHasItsClass() {
    for (int status = 200; status <= 599; status++) {
      var expected =
          switch (status) {
            case 408, 425, 429 -> Transmission.Deferred.class;
            case 410 -> Transmission.Closed.class;
            default ->
                status < 300
                    ? Transmission.Accepted.class
                    : status < 500 ? Transmission.Refused.class : Transmission.Deferred.class;
          };
      assertThat(Answer.of(status, null, NOW)).as("status " + status).isInstanceOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "", " ", "-5", "1e3", "12.5", "99999999999999999999", "Fri, 99 Nov 2026"})
  void aRetryAfterThatIsGarbageIsAsIfItWereNotThere(String value) {
    var said = (Transmission.Deferred) Answer.of(503, value, NOW);
    assertThat(said.notBefore()).isNull();
  }

  @Test
  void aRetryAfterCountsInSecondsAndAsADateInEachMonth() {
    assertThat(notBefore("0")).isEqualTo(NOW);
    assertThat(notBefore(" 90 ")).isEqualTo(NOW.plusSeconds(90));
    for (int month = 1; month <= 12; month++) {
      var moment = Instant.parse("2027-%02d-03T04:05:06Z".formatted(month));
      var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
      assertThat(notBefore(date)).isEqualTo(moment);
    }
  }

  private static Instant notBefore(String value) {
    return java.util.Objects.requireNonNull(
        ((Transmission.Deferred) Answer.of(429, value, NOW)).notBefore());
  }

  @Test
  void aHeadThatDribblesIsGivenUpAtTheDeadline() {
    // Given
    talk = out -> dribble(out, "HTTP/1.1 200 OK\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

    // When
    long start = System.nanoTime();
    var said = post("127.0.0.1", Duration.ofSeconds(2));

    // Then
    assertThat(((Transmission.Deferred) said).reason()).contains("did not answer within 2 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(3));
  }

  @Test
  void aBodyThatDribblesEndsAtTheDeadlineAndItsStatusCounts() {
    // Given
    talk =
        out -> {
          say(out, "HTTP/1.1 503 Busy\r\nRetry-After: 60\r\nContent-Length: 100000\r\n\r\n");
          dribble(out, "x");
        };

    // When
    long start = System.nanoTime();
    var said = post("127.0.0.1", Duration.ofSeconds(2));

    // Then
    assertThat(((Transmission.Deferred) said).reason()).isEqualTo("the receiver answered 503");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void theDeadlineIsHalfAMinuteInAll() {
    assertThat(Post.DEADLINE).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void headersWithoutEndAreCutOff() {
    // Given
    var sent = new AtomicInteger();
    talk =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\n");
          while (true) {
            say(out, "X-More: " + "a".repeat(1_000) + "\r\n");
            sent.incrementAndGet();
          }
        };

    // When
    var said = post("127.0.0.1", Duration.ofSeconds(20));

    // Then
    assertThat(said).isInstanceOf(Transmission.Deferred.class);
    assertThat(sent).hasValueLessThan(20_000);
  }

  @Test
  void aConnectionThatIsCutIsTriedAgainLater() {
    // Given
    talk = OutputStream::close;

    // Then
    assertThat(post("127.0.0.1", Duration.ofSeconds(5))).isInstanceOf(Transmission.Deferred.class);
  }

  @Test
  void aHostWithoutAnAddressIsTriedAgainLater() {
    var said = post("no-such-host.invalid", Duration.ofSeconds(20));
    assertThat(((Transmission.Deferred) said).reason()).contains("no-such-host.invalid");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNeverFollowed(int status) {
    // Given
    talk =
        out ->
            say(
                out,
                "HTTP/1.1 %d Moved\r\nLocation: http://127.0.0.1:%d/inside\r\nContent-Length: 0\r\n\r\n"
                    .formatted(status, server.getLocalPort()));

    // When
    var said = post("127.0.0.1", Duration.ofSeconds(5));

    // Then
    assertThat(((Transmission.Refused) said).reason()).contains("redirects are not followed");
    assertThat(calls).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[0:0:0:0:0:0:0:1]",
        "localhost",
        "127.0.0.1."
      })
  void anotherWayToWriteThisMachineReachesItAsLittle(String host) {
    // Given
    var url = "http://" + host + ":" + server.getLocalPort() + "/hook";
    Transmission said;

    // When
    try {
      var settings =
          new WebhookSettings(URI.create(url), List.of(), 4, new Passage(false, true, Trust.USUAL));
      try (var post = new Post(Clock.systemUTC(), settings, Duration.ofSeconds(2))) {
        said = post.send(LETTER);
      }
    } catch (IllegalArgumentException e) {
      said = new Transmission.Refused("no address at all");
    }

    // Then
    assertThat(said).isNotInstanceOf(Transmission.Accepted.class);
    assertThat(calls).hasValue(0);
  }

  @Test
  void aNameThatLeadsInsideTheSecondTimeIsFoundOutThen() throws Exception {
    // Given
    var answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1", "169.254.169.254"));
    var guard = new Guard(names(answers), false, true);

    // Then
    assertThat(guard.resolve("rebinding.test")).hasSize(1);
    for (int i = 0; i < 2; i++) {
      assertThat(refuses(guard)).isTrue();
    }
  }

  private static boolean refuses(Guard guard) throws UnknownHostException {
    try {
      guard.resolve("rebinding.test");
      return false;
    } catch (Guard.Forbidden e) {
      return true;
    }
  }

  private static DnsResolver names(ArrayDeque<String> answers) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(answers.removeFirst())};
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
