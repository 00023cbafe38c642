package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers that get lost on their way while an instance has its turn.
class LeaseTest {

  /// Beats every 400 ms.
  private static final Duration TERM = Duration.ofSeconds(2);

  private static final Morgue.State FILLED = new Morgue.State(true, 0, null, null);

  private final Turns turns = new Turns();
  private StandIn there;
  private OpenSearch http;

  /// The document that instances agree in: another writing has another number.
  private final class Turns implements StandIn.Says {

    private final AtomicInteger writings = new AtomicInteger();
    private volatile boolean losesAnswers;
    private volatile String by = "";

    @Override
    public synchronized StandIn.Answer to(String request) {
      if (request.startsWith("GET")) {
        return by.isEmpty()
            ? new StandIn.Answer(404, "{\"found\":false}")
            : says(200, ",\"_source\":" + by);
      }
      if (!request.contains("_create") && !request.contains("if_seq_no=" + writings.get() + "&")) {
        return says(409, "");
      }
      by = there.sent();
      writings.incrementAndGet();
      return losesAnswers ? new StandIn.Answer(0, "") : says(201, "");
    }

    private StandIn.Answer says(int status, String more) {
      return new StandIn.Answer(
          status, "{\"found\":true,\"_seq_no\":" + writings + ",\"_primary_term\":1" + more + "}");
    }

    synchronized void isTakenByAnother() {
      by = "{\"by\":\"another\"}";
      writings.incrementAndGet();
    }
  }

  @BeforeEach
  void start() throws IOException {
    there = new StandIn();
    there.says(turns);
    http = new OpenSearch(there.settings(""));
  }

  @AfterEach
  void stop() {
    http.close();
    there.close();
  }

  @Test
  void aTurnOutlastsTheAnswerToASignOfLife() throws IOException {
    try (var lease = taken()) {
      // When
      turns.losesAnswers = true;
      awaitBeats(2);
      turns.losesAnswers = false;
      awaitBeats(3);

      // Then
      assertThatCode(() -> lease.keep(FILLED)).doesNotThrowAnyException();
    }
  }

  @Test
  void aTurnThatAnotherHasIsOver() throws IOException {
    try (var lease = taken()) {
      // When
      turns.isTakenByAnother();
      int then = turns.writings.get();

      // Then
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> lease.keep(FILLED))
                      .hasMessageContaining("another instance"));
      assertThat(turns.writings).hasValue(then);
    }
  }

  private Lease taken() throws IOException {
    var lease = new Lease(http, "turns", "archive", TERM);
    assertThat(lease.take()).isTrue();
    return lease;
  }

  private void awaitBeats(int beats) {
    int before = turns.writings.get();
    await().until(() -> turns.writings.get() >= before + beats);
  }
}
