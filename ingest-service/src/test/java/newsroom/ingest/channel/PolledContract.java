package newsroom.ingest.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/// What every channel must do that asks another's server for its wires.
public abstract class PolledContract extends ChannelContract {

  @TempDir protected Path state;

  protected final MeterRegistry meters = new SimpleMeterRegistry();
  protected Rounds rounds = new Rounds(List.of(), meters, Clock.systemUTC());

  /// Starts the agency's server, again with what it had.
  protected abstract void startServer() throws Exception;

  /// Ends it without a good-bye.
  protected abstract void killServer();

  /// The channel, by the settings that lead to that server.
  protected abstract Sources channelOf();

  /// Whether the agency can see of so many wires that they are safe.
  protected abstract boolean acknowledged(int wires);

  /// Several at once; they are different.
  protected abstract void bring(List<byte[]> wires) throws Exception;

  @Override
  protected void bring(byte[] wire) throws Exception {
    bring(List.of(wire));
  }

  @Override
  protected boolean acknowledged() {
    return acknowledged(1);
  }

  @BeforeEach
  void start() throws Exception {
    startServer();
    startChannel();
  }

  @AfterEach
  void stop() {
    desk.release();
    rounds.stop();
    killServer();
  }

  protected void startChannel() {
    rounds = new Rounds(List.of(channelOf()), meters, Clock.systemUTC());
    rounds.start();
  }

  protected ChannelSettings common() {
    return new ChannelSettings(state, DataSize.ofKilobytes(64), Duration.ofSeconds(5), true);
  }

  /// Reads settings as the service does.
  protected static <S> S settings(Class<S> type, Map<String, String> keys) {
    return new Binder(new MapConfigurationPropertySource(keys))
        .bindOrCreate("newsroom.ingest", type);
  }

  @Test
  void nothingIsLostAndNothingIsBroughtTwiceWhenTheServerIsKilledHalfWay() throws Exception {
    // Given
    var wires = new ArrayList<byte[]>();
    for (int i = 0; i < 12; i++) {
      wires.add(("Story " + i + " of the harbour").getBytes(StandardCharsets.US_ASCII));
    }
    desk.at(5, this::killServer);

    // When
    bring(wires);
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.taken().size() >= 5);
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);
    startServer();

    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged(12));
    assertThat(desk.taken()).hasSize(12);
    assertThat(desk.taken().stream().map(wire -> wire.sha256()).distinct()).hasSize(12);
  }

  @Test
  void whatWasTakenBeforeARestartIsNotTakenAgain() throws Exception {
    // Given
    bring("Ferries stop at noon".getBytes(StandardCharsets.US_ASCII));
    await().atMost(Duration.ofSeconds(20)).until(this::acknowledged);

    // When
    rounds.stop();
    startChannel();
    var before = polls("nothing");
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("nothing") > before + 2);

    // Then
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void stopsWithinTwoSecondsWhateverTheDeskDoes() throws Exception {
    // Given
    desk.hold();
    bring("Choir wins".getBytes(StandardCharsets.US_ASCII));
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.asked() > 0);

    // When
    var started = System.nanoTime();
    rounds.stop();

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    assertThat(acknowledged()).isFalse();
  }

  @Test
  void tellsHowItFares() throws Exception {
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("nothing") > 0);
    killServer();
    await().atMost(Duration.ofSeconds(20)).until(() -> polls("failed") > 0);
    var age =
        meters
            .get("newsroom.channel.last.success.age")
            .tags("channel", channel(), "agency", "wireone");
    await().until(() -> age.gauge().value() > 0);
    var said = new ChannelsHealthIndicator(rounds).health().getDetails().toString();
    assertThat(said).contains("failing").contains("reason").doesNotContain("hush");
  }

  protected double polls(String outcome) {
    var counter =
        meters.find("newsroom.channel.polls").tags("channel", channel(), "outcome", outcome);
    return counter.counter() == null ? 0 : counter.counter().count();
  }
}
