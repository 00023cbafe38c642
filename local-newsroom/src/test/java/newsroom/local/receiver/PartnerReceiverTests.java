package newsroom.local.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PartnerReceiverTests {

  private static final String SECRET = secret("a secret that both sides know");

  @TempDir Path folder;
  private final HttpClient sender = HttpClient.newHttpClient();
  private PartnerReceiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = PartnerReceiver.start(file(), 0, SECRET, Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    receiver.close();
    sender.close();
  }

  @Test
  void keepsASignedMessageBeforeItAnswers() throws Exception {
    // When
    int status = send("msg_1", "{\n \"headline\": \"Ferry\"\n}", SECRET);
    // Then
    assertThat(status).isEqualTo(200);
    assertThat(Files.readAllLines(file()))
        .singleElement()
        .satisfies(
            line -> {
              var kept = JsonMapper.shared().readTree(line);
              assertThat(kept.path("id").asString()).isEqualTo("msg_1");
              assertThat(kept.path("message").path("headline").asString()).isEqualTo("Ferry");
            });
  }

  @Test
  void answersARepeatedMessageAndKeepsItOnce() throws Exception {
    // When
    send("msg_1", "{}", SECRET);
    int status = send("msg_1", "{}", SECRET);
    // Then
    assertThat(status).isEqualTo(200);
    assertThat(Files.readAllLines(file())).hasSize(1);
    assertThat(receiver.counts()).isEqualTo(new Counts(1, 1, 0));
  }

  @Test
  void believesNobodyElse() throws Exception {
    // When
    int status = send("msg_1", "{}", secret("another secret altogether, of somebody"));
    // Then
    assertThat(status).isEqualTo(401);
    assertThat(Files.readAllLines(file())).isEmpty();
    assertThat(receiver.counts().refused()).isEqualTo(1);
  }

  @Test
  void remembersOverARestartAlsoAfterHalfALine() throws Exception {
    // Given
    send("msg_1", "{}", SECRET);
    receiver.close();
    Files.writeString(file(), "{\"id\":\"msg_2\",\"mess", APPEND);
    // When
    receiver = PartnerReceiver.start(file(), 0, SECRET, Clock.systemUTC());
    send("msg_1", "{}", SECRET);
    send("msg_2", "{}", SECRET);
    // Then
    assertThat(receiver.counts()).isEqualTo(new Counts(2, 1, 0));
    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  private Path file() {
    return folder.resolve("partner/received.jsonl");
  }

  private int send(String id, String body, String secret) throws Exception {
    long now = Instant.now().getEpochSecond();
    var request =
        HttpRequest.newBuilder(receiver.address())
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", new Webhook(secret).sign(id, now, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return sender.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static String secret(String words) {
    return "whsec_" + Base64.getEncoder().encodeToString(words.getBytes(UTF_8));
  }
}
