package newsroom.publish.delivery.notice.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.standardwebhooks.Webhook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.delivery.notice.NoticeSettings;
import newsroom.publish.delivery.notice.Notices;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import newsroom.publish.destination.webhook.Receiver;
import newsroom.publish.watch.Loops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SendingTests {

  private static final String SECRET = "whsec_b3BlcmF0b3JzLWhlYXItb2YtaXQtMTIzNDU2";

  private final Workbench bench = new Workbench();
  private final Receiver sink = new Receiver();
  private final List<AutoCloseable> opened = new ArrayList<>(List.of(sink, bench));

  @AfterEach
  void close() throws Exception {
    for (var one : opened) {
      one.close();
    }
  }

  private Map<String, String> hook() {
    return new TreeMap<>(
        Map.of("url", sink.url().toString(), "secret", SECRET, "allow-loopback", "true"));
  }

  private static NoticeSettings settings(Map<String, String> webhook, Map<String, String> mail) {
    return new NoticeSettings(
        Duration.ofSeconds(10),
        Duration.ofMinutes(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(15),
        Duration.ofDays(90),
        List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)),
        webhook,
        mail);
  }

  private Sending open(Map<String, String> webhook, Map<String, String> mail) {
    return open(webhook, mail, new MockEnvironment());
  }

  private Sending open(
      Map<String, String> webhook, Map<String, String> mail, MockEnvironment environment) {
    var settings = settings(webhook, mail);
    // what is signed must be of now, or receivers do not believe it
    var receivers = new Receivers(settings, environment, Clock.systemUTC());
    opened.addFirst(receivers);
    return new Sending(
        bench.clock,
        bench.bean(Sending.Ledger.class),
        receivers,
        settings,
        new SimpleMeterRegistry(),
        new Loops());
  }

  private void tell(String destination, Said said, String sentence) {
    tell(destination, said, sentence, 0, List.of());
  }

  private void tell(
      String destination, Said said, String sentence, int stories, List<String> suchAs) {
    var now = bench.clock.instant();
    bench
        .bean(Notices.class)
        .tell(new Notice(destination, said, now, now, sentence, stories, suchAs));
  }

  private JsonNode body(int call) {
    return JsonMapper.shared().readTree(sink.calls.get(call).body());
  }

  private String id(int call) {
    return String.valueOf(sink.calls.get(call).headers().getFirst("webhook-id"));
  }

  @Test
  void aNoticeIsPostedOnceAndSignedAsTheStandardSays() throws Exception {
    // Given
    var sending = open(hook(), Map.of());

    // When
    tell("harbor/webhook", Said.PARKED, "500 stories are parked", 500, List.of("urn:x:1"));
    sending.round();
    sending.round();

    // Then
    assertThat(sink.calls).hasSize(1);
    new Webhook(SECRET).verify(sink.calls.getFirst().body(), sink.calls.getFirst().headers());
    assertThat(body(0).get("type").asString()).isEqualTo("newsroom.notice.parked");
    assertThat(body(0).get("data").get("stories").asInt()).isEqualTo(500);
    var notice = body(0).get("data").get("notices").get(0);
    assertThat(notice.get("destination").asString()).isEqualTo("harbor/webhook");
    assertThat(notice.get("sentence").asString()).isEqualTo("500 stories are parked");
    assertThat(notice.get("suchAs").get(0).asString()).isEqualTo("urn:x:1");
  }

  @Test
  void theFirstOfAKindLeavesAtOnceAndTheOthersTogether() {
    // Given
    var sending = open(hook(), Map.of());
    tell("site0/webhook", Said.DISABLED, "destination is disabled: 410");
    sending.round();

    // When
    for (int site = 1; site <= 30; site++) {
      tell("site" + site + "/webhook", Said.DISABLED, "destination is disabled: 410");
      bench.clock.advance(Duration.ofSeconds(1));
      sending.round();
    }
    tell("site0/webhook", Said.ENABLED, "destination is enabled again");
    sending.round();
    bench.clock.advance(Duration.ofSeconds(30));
    sending.round();

    // Then
    assertThat(sink.calls).hasSize(3);
    assertThat(body(0).get("data").get("notices")).hasSize(1);
    assertThat(body(1).get("type").asString()).isEqualTo("newsroom.notice.enabled");
    assertThat(body(2).get("data").get("notices")).hasSize(30);
  }

  @Test
  void aReceiverThatIsAwayHearsOfItLaterUnderTheSameIdAlsoAfterARestart() {
    // Given
    sink.reply = Receiver.status(503);
    tell("harbor/webhook", Said.DISABLED, "destination is disabled: 410");
    open(hook(), Map.of()).round();
    open(hook(), Map.of()).round();
    assertThat(sink.calls).hasSize(1);

    // When
    sink.reply = Receiver.status(204);
    bench.clock.advance(Duration.ofSeconds(5));
    open(hook(), Map.of()).round();
    bench.clock.advance(Duration.ofDays(2));
    open(hook(), Map.of()).round();

    // Then
    assertThat(sink.calls).hasSize(2);
    assertThat(id(1)).isEqualTo(id(0)).startsWith("notice_");
    assertThat(sink.calls.get(1).body()).isEqualTo(sink.calls.get(0).body());
  }

  @ParameterizedTest
  @CsvSource({"500, 3", "401, 3", "410, 1"})
  void aReceiverThatNeverTakesItIsGivenUp(int status, int tries) {
    // Given
    sink.reply = Receiver.status(status);
    var sending = open(hook(), Map.of());
    tell("harbor/webhook", Said.DISABLED, "destination is disabled");

    // When
    for (int hour = 0; hour < 10; hour++) {
      sending.round();
      bench.clock.advance(Duration.ofHours(1));
    }

    // Then
    assertThat(sink.calls).hasSize(tries);
  }

  @Test
  void aMailSaysItInWordsAndADeadWebhookDoesNotKeepItBack() throws Exception {
    // Given
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    opened.add(server::stop);
    var hook = hook();
    hook.put("url", "http://127.0.0.1:1/hook");
    var mail =
        Map.of(
            "server", "smtp://127.0.0.1:" + server.getSmtp().getPort(),
            "from", "newsroom@harbor.test",
            "to", "night@harbor.test",
            "allow-loopback", "true",
            "allow-plain", "true");
    var sending = open(hook, mail);

    // When
    tell("harbor/webhook", Said.PARKED, "500 stories are parked", 500, List.of("urn:x:1"));
    sending.round();
    sending.round();

    // Then
    assertThat(server.getReceivedMessages()).hasSize(1);
    var letter = server.getReceivedMessages()[0];
    assertThat(letter.getSubject()).isEqualTo("newsroom: harbor/webhook parked (500 stories)");
    assertThat(letter.getMessageID()).matches("<notice_[0-9a-f-]+@harbor\\.test>");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getHeader("List-Id")).containsExactly("<notices.harbor.test>");
    assertThat(GreenMailUtil.getBody(letter)).contains("500 stories are parked", "urn:x:1");
  }

  @Test
  void aReceiverThatIsSetUpAgainAfterDaysBeginsAnew() {
    // Given
    sink.reply = Receiver.status(503);
    tell("harbor/webhook", Said.DISABLED, "destination is disabled: 410");
    open(hook(), Map.of()).round();
    bench.clock.advance(Duration.ofDays(3));

    // When
    sink.reply = Receiver.status(204);
    tell("national/webhook", Said.DISABLED, "destination is disabled: 410");
    open(hook(), Map.of()).round();

    // Then
    assertThat(sink.calls).hasSize(2);
    assertThat(body(1).toString()).contains("national").doesNotContain("harbor");
  }

  @Test
  void whatWasSaidLongBeforeAnybodyAskedIsNotSent() {
    // Given
    tell("harbor/webhook", Said.DISABLED, "destination is disabled: 410");
    bench.clock.advance(Duration.ofDays(3));
    tell("national/webhook", Said.DISABLED, "destination is disabled: 410");

    // When
    open(hook(), Map.of()).round();

    // Then
    assertThat(sink.calls).hasSize(1);
    assertThat(body(0).toString()).contains("national").doesNotContain("harbor");
  }

  @Test
  void aSecretMayLieInAFileAndIsNotRepeatedInAMistake(@TempDir Path folder) throws Exception {
    // Given
    var file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    var hook = hook();
    hook.put("secret", "file:" + file);
    tell("harbor/webhook", Said.DISABLED, "destination is disabled: 410");

    // When
    open(hook, Map.of()).round();

    // Then
    new Webhook(SECRET).verify(sink.calls.getFirst().body(), sink.calls.getFirst().headers());
    hook.put("secret", "hunter2-is-no-secret");
    assertThatThrownBy(() -> open(hook, Map.of()))
        .hasMessageContaining("newsroom.publish.notices.webhook")
        .hasMessageContaining("secret must be whsec_")
        .hasMessageNotContaining("hunter2");
    hook.put("secret", "enc:AAAA");
    assertThatThrownBy(() -> open(hook, Map.of()))
        .hasMessageContaining("secret is sealed, and NEWSROOM_KEY is not set");
  }

  @Test
  void aWebhookDoesNotLeadInsideThisHouseUnlessThatIsAllowed() {
    // Given
    var hook = hook();
    hook.remove("allow-loopback");

    // Then
    assertThatThrownBy(() -> open(hook, Map.of())).hasMessageContaining("url must be https");

    // When
    hook.put("url", "https://127.0.0.1:" + sink.url().getPort() + "/hook");
    tell("harbor/webhook", Said.DISABLED, "destination is disabled: 410");
    open(hook, Map.of()).round();

    // Then
    assertThat(sink.calls).isEmpty();
    assertThat(bench.jdbc.queryForList("select outcome from publish.bulletin_post", String.class))
        .singleElement()
        .asString()
        .contains("leads to an address that is not public");
  }
}
