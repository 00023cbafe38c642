package newsroom.ingest.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import newsroom.ingest.FakeDesk;
import newsroom.ingest.wire.Wire;
import org.junit.jupiter.api.Test;

/// What every channel must do.
public abstract class ChannelContract {

  protected final FakeDesk desk = new FakeDesk();

  /// An agency brings this wire by the channel, and goes on by itself: does not wait for an answer.
  protected abstract void bring(byte[] wire) throws Exception;

  /// Whether the agency has been told, or can see, that its wire is safe.
  protected abstract boolean acknowledged();

  /// The channel's name, as in a wire.
  protected abstract String channel();

  /// Whether the desk was given what was brought: the very bytes, unless the channel's wires are
  /// parts of what it is brought.
  protected void assertIs(Wire taken, byte[] brought) {
    assertThat(taken.bytes()).isEqualTo(brought);
  }

  @Test
  void handsOverTheBytesUnchanged() throws Exception {
    // Given
    var bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i + 65);
    }

    // When
    bring(bytes);

    // Then
    await().until(() -> desk.taken().size() == 1);
    var wire = desk.taken().getFirst();
    assertIs(wire, bytes);
    assertThat(wire.agency()).isEqualTo("wireone");
    assertThat(wire.channel()).isEqualTo(channel());
  }

  @Test
  void acknowledgesOnlyAfterTheDeskHasTheWire() throws Exception {
    // Given
    desk.hold();

    // When
    bring(wire());
    await().until(() -> desk.asked() == 1);

    // Then
    await().during(Duration.ofMillis(400)).until(() -> !acknowledged());
    desk.release();
    await().until(this::acknowledged);
  }

  @Test
  void theWireIsNotLostWhileTheDeskIsClosed() throws Exception {
    // Given
    desk.close();

    // When
    bring(wire());
    await().until(() -> desk.asked() > 0);

    // Then
    assertThat(acknowledged()).isFalse();
    desk.open();
    await().atMost(Duration.ofSeconds(15)).until(this::acknowledged);
    assertThat(desk.taken()).hasSize(1);
    assertIs(desk.taken().getFirst(), wire());
  }

  private static byte[] wire() {
    return "Harbour bridge opens".getBytes(StandardCharsets.US_ASCII);
  }
}
