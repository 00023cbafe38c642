package newsroom.publish.delivery.reading;

import static newsroom.publish.Events.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.delivery.reading.SiteAccounts.DestinationAccount;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteAccountsTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);

  @AfterEach
  void close() {
    bench.close();
  }

  private DestinationAccount national() {
    return bench.bean(SiteAccounts.class).all().getFirst().destinations().getFirst();
  }

  @Test
  void whatWaitsForItsNextTryWaitsSinceItCame() {
    // Given
    var came = bench.clock.instant();
    national.answer = _ -> new Transmission.Deferred("national.test cannot be reached", null);
    bench.enter(story(1));
    bench.carry(NATIONAL);
    bench.clock.advance(Duration.ofSeconds(2));

    // Then
    assertThat(Objects.requireNonNull(national().oldestDue())).isBetween(came, came.plusSeconds(1));
    assertThat(national().reason())
        .contains("nothing has got through since", "national.test cannot be reached");

    // When
    national.answer = Recording::accept;
    bench.clock.advance(Duration.ofMinutes(10));
    bench.carry(NATIONAL);

    // Then
    assertThat(national().oldestDue()).isNull();
    assertThat(national().reason()).isNull();
  }
}
