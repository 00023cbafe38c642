package newsroom.ingest.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LastWiresTests {

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final InstantSource time = () -> now;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final LastWires wires =
      new LastWires(
          new QuietSettings(Map.of("afp", Duration.ofMinutes(40))),
          time.withZone(ZoneOffset.UTC),
          meters);

  @Test
  void theGaugeCountsTheSecondsSinceTheLastWireOfEachChannel() {
    // When
    wires.heard("afp", "http");
    wires.heard("small", "feed");
    now = now.plusSeconds(90);
    wires.heard("afp", "drop-folder");

    // Then
    assertThat(quiet("afp", "http")).isEqualTo(90);
    assertThat(quiet("small", "feed")).isEqualTo(90);
    assertThat(quiet("afp", "drop-folder")).isZero();
    assertThat(quiet("afp", "any")).isZero();
  }

  @Test
  void anAgencyThatHasNeverFiledIsQuietSinceTheStart() {
    // When
    now = now.plus(Duration.ofMinutes(10));

    // Then
    assertThat(quiet("afp", "any")).isEqualTo(600);
  }

  @Test
  void aQuietAgencyIsSaidOnceAndOnceWhenItIsBack(CapturedOutput output) {
    // When
    for (int minute = 0; minute < 120; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      wires.look();
    }
    wires.heard("afp", "http");
    wires.heard("afp", "http");
    wires.look();

    // Then
    assertThat(output.getOut())
        .containsOnlyOnce("nothing from afp for 40 min")
        .containsOnlyOnce("afp is back");
  }

  @Test
  void healthNamesWhoIsQuietAndStaysUp() {
    // Given
    var health = new AgenciesHealthIndicator(wires);
    assertThat(health.health().getDetails()).isEmpty();

    // When
    now = now.plus(Duration.ofMinutes(41));
    wires.look();

    // Then
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails()).isEqualTo(Map.of("afp", "nothing for 41 min"));
  }

  @Test
  void namesThatAreMadeUpDoNotFillTheMemory() {
    // When
    for (int i = 0; i < 5000; i++) {
      wires.heard("made-up-" + i, "http");
    }

    // Then
    assertThat(meters.getMeters()).hasSizeLessThan(2100);
  }

  private double quiet(String agency, String channel) {
    return meters
        .get("newsroom.wires.quiet")
        .tags("agency", agency, "channel", channel)
        .gauge()
        .value();
  }
}
