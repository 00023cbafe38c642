package newsroom.ingest.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import newsroom.ingest.Http;
import newsroom.ingest.HttpRooms;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Receipt;
import newsroom.ingest.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class SpikeControllerTests {

  private static final String PAGE = "<script>alert(1)</script>";

  @TempDir Path folder;

  private ConfigurableApplicationContext rooms;
  private Http http;
  private String id;
  private @Nullable Receipt next;

  @BeforeEach
  void start() throws Exception {
    Desk desk =
        wire -> {
          if (next == null) {
            throw new DeskClosed("Kafka is away.");
          }
          return next;
        };
    rooms = HttpRooms.start(desk, "--newsroom.ingest.spike.folder=" + folder);
    http = HttpRooms.http(rooms);
    id =
        rooms
            .getBean(Spike.class)
            .add(
                new Wire(
                    "wireone",
                    "http",
                    "page.html",
                    null,
                    PAGE.getBytes(StandardCharsets.UTF_8),
                    Instant.parse("2026-11-20T09:00:00Z")),
                "",
                null,
                "It is a page, not a wire.");
  }

  @AfterEach
  void stop() {
    rooms.close();
  }

  @Test
  void theListSaysWhatLiesThereAndWhy() {
    assertThat(http.get("/spike").body())
        .contains(id, "\"agency\":\"wireone\"", "It is a page, not a wire.", "page.html");
    assertThat(http.get("/spike/" + id).body())
        .contains("\"received\":\"2026-11-20T09:00:00Z\"", "\"bytes\":" + PAGE.length());
  }

  @Test
  void theBytesAreForSavingAndNeverShown() {
    // When
    var answer = http.get("/spike/" + id + "/wire");

    // Then
    assertThat(answer.body()).isEqualTo(PAGE);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void aWireThatCanBeReadNowLeavesTheSpike() {
    // Given
    next = new Receipt(List.of(new Receipt.Filed("urn:1", 1, "Bridge opens")), List.of());

    // When
    var answer = http.post("/spike/" + id + "/retry", "");

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Bridge opens");
    assertThat(http.get("/spike/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void aWireThatIsStillUnreadableStays() {
    // Given
    next = new Receipt(List.of(), List.of(new Receipt.Spiked(id, "Still a page.")));

    // When
    var answer = http.post("/spike/" + id + "/retry", "");

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Still a page.");
    assertThat(http.get("/spike/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void allThatMatchAreTriedAgain() {
    // Given
    next = new Receipt(List.of(new Receipt.Filed("urn:1", 1, "Bridge opens")), List.of());
    assertThat(http.get("/spike?agency=wiretwo").body()).isEqualTo("[]");
    assertThat(http.get("/spike?agency=wireone&reason=a+page&format=unknown").body()).contains(id);
    assertThat(http.get("/spike?since=2100-01-01T00:00:00Z").body()).isEqualTo("[]");
    assertThat(http.get("/spike?since=yesterday").statusCode()).isEqualTo(400);

    // When
    var none = http.post("/spike/retry?agency=wiretwo", "");
    var all = http.post("/spike/retry?agency=wireone&reason=A%20PAGE", "");

    // Then
    assertThat(none.body()).contains("\"tried\":0");
    assertThat(all.body())
        .isEqualTo("{\"tried\":1,\"left\":1,\"stories\":1,\"stayed\":0,\"still\":[]}");
    assertThat(http.get("/spike/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsStillUnreadableIsCountedAndNamed() {
    // Given
    next = new Receipt(List.of(), List.of(new Receipt.Spiked(id, "Still a page.")));

    // Then
    assertThat(http.post("/spike/retry", "").body()).contains("\"stayed\":1", id, "Still a page.");
  }

  @Test
  void aWireStaysWhileTheDeskIsClosed() {
    // When
    var answer = http.post("/spike/" + id + "/retry", "");

    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(http.get("/spike/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void aWireCanBeThrownAway() {
    assertThat(http.delete("/spike/" + id).statusCode()).isEqualTo(204);
    assertThat(http.delete("/spike/" + id).statusCode()).isEqualTo(404);
    assertThat(http.get("/spike").body()).isEqualTo("[]");
  }
}
