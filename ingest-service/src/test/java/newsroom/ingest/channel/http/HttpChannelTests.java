package newsroom.ingest.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import newsroom.ingest.Http;
import newsroom.ingest.HttpRooms;
import newsroom.ingest.channel.ChannelContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class HttpChannelTests extends ChannelContract {

  private ConfigurableApplicationContext rooms;
  private Http http;
  private volatile boolean told;

  @BeforeEach
  void start() {
    rooms =
        HttpRooms.start(
            desk, "--newsroom.ingest.http.max-size=64KB", "--newsroom.ingest.http.in-flight=1MB");
    http = HttpRooms.http(rooms);
  }

  @AfterEach
  void stop() {
    rooms.close();
  }

  @Override
  protected void bring(byte[] wire) {
    // an agency keeps its wire until it is told 202
    Thread.ofVirtual()
        .start(
            () ->
                await().until(() -> told = http.post("/wires/wireone", wire).statusCode() == 202));
  }

  @Override
  protected boolean acknowledged() {
    return told;
  }

  @Override
  protected String channel() {
    return "http";
  }

  @Test
  void theAnswerNamesTheStories() {
    // When
    var answer = http.post("/wires/wireone", "Bridge opens");

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"wire\":\"%s\",\"stories\":[{\"uri\":\"urn:newsroom:story:1\",\"version\":1,\"headline\":\"Bridge opens\"}],\"spiked\":[]}"
                .formatted(desk.taken().getFirst().sha256()));
  }

  @Test
  void aWireThatIsUnreadableIsRefusedWithItsPlaceOnTheSpike() {
    // When
    var answer = http.post("/wires/wireone", "unreadable");

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"detail\":\"It is unreadable.\"").contains("5".repeat(32));
  }

  @Test
  void aClosedDeskSaysWhenToComeAgain() {
    // Given
    desk.close();

    // When
    var answer = http.post("/wires/wireone", "Bridge opens");

    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("The desk of the test is closed.");
  }

  @Test
  void theBodyIsTheWireWhateverItsContentTypeSays() {
    for (var type :
        new String[] {
          "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense", "a/b"
        }) {
      assertThat(http.post("/wires/wireone", "a=b&c=d", "Content-Type", type).statusCode())
          .as(type)
          .isEqualTo(202);
    }
    assertThat(desk.taken())
        .allSatisfy(
            wire ->
                assertThat(new String(wire.bytes(), StandardCharsets.UTF_8)).isEqualTo("a=b&c=d"));
  }

  @Test
  void theCharsetOfTheContentTypeIsPassedOn() {
    // When
    http.post("/wires/wireone", "Bridge", "Content-Type", "text/xml; charset=\"x-unheard-of\"");

    // Then
    assertThat(desk.taken().getFirst().charset()).isEqualTo("x-unheard-of");
  }

  @Test
  void aWireThatIsTooLargeIsRefusedUnread() {
    // When
    var answer = http.post("/wires/wireone", new byte[65 * 1024]);

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("65536 bytes");
    assertThat(desk.asked()).isZero();
  }

  @Test
  void anAgencyMayNotBeCalledAnything() {
    for (var agency : new String[] {"WireOne", "-wire", "a".repeat(33), "..%2Fx", "w%20x"}) {
      assertThat(http.post("/wires/" + agency, "Bridge").statusCode()).as(agency).isEqualTo(400);
    }
    assertThat(http.post("/wires/wireone", "").statusCode()).isEqualTo(400);
    assertThat(desk.asked()).isZero();
  }
}
