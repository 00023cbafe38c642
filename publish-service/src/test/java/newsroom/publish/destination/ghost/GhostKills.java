package newsroom.publish.destination.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Deferred;
import newsroom.publish.destination.wordpress.LossyWire;
import org.junit.jupiter.api.Test;

/// A story that was taken down stays away, whatever is still on its way to the site.
abstract class GhostKills extends GhostFaults {

  /// Some time from now, with the patience of a newsroom at work.
  private Destination patient(LossyWire wire, Duration later) {
    var clock = Clock.offset(Clock.systemUTC(), later);
    return open("harbor/ghost", wire.url(), clock, Bringing.STILL_AT_IT);
  }

  @Test
  void aKillIsNotDoneWhileThePostMayStillCome() {
    for (var killed : List.of(true, false)) {
      // Given
      var wire = wire();
      var destination = patient(wire, Duration.ZERO);
      wire.holds = line -> line.startsWith("POST");
      var lost = only(destination, Pages.show(1, 1));

      // When
      var early = only(destination, Pages.takeDown(1, 2, killed));
      wire.arrive();
      int came = site.total();
      var late = only(destination, Pages.takeDown(1, 2, killed));

      // Then
      assertThat(List.of(lost, early)).hasOnlyElementsOfType(Deferred.class);
      assertThat(came).isEqualTo(1);
      assertThat(late).isInstanceOf(Accepted.class);
      assertThat(seen().toString()).doesNotContain("Lighthouse");
      assertThat(only(working(), Pages.show(1, 3))).isInstanceOf(Accepted.class);
      site.empty();
      forgetAll();
    }
  }

  @Test
  void aKillOfAPostThatNeverCameIsDoneOnceItCannotComeAnyMore() {
    // Given
    var wire = wire();
    wire.holds = line -> line.startsWith("POST");
    var lost = only(patient(wire, Duration.ZERO), Pages.show(1, 1));

    // When
    var early = only(patient(wire, Duration.ofSeconds(50)), Pages.takeDown(1, 2, true));
    var late = only(patient(wire, Duration.ofSeconds(61)), Pages.takeDown(1, 2, true));

    // Then
    assertThat(List.of(lost, early)).hasOnlyElementsOfType(Deferred.class);
    assertThat(late).isInstanceOf(Accepted.class);
  }

  /// Ghost's times have whole seconds: within the same one it takes a save that has not seen the
  /// last.
  @Test
  void aChangeThatComesAfterTheKillLeavesNothing() {
    for (var killed : List.of(true, false)) {
      // Given
      var wire = wire();
      var destination = patient(wire, Duration.ZERO);
      carry(destination, Pages.show(1, 1));
      wire.holds = line -> line.startsWith("PUT");
      var lost = only(destination, Pages.show(1, 2));
      wire.holds = _ -> false;

      // When
      var early = only(destination, Pages.takeDown(1, 3, killed));
      var down = seen().toString();
      wire.arrive();
      var late = only(patient(wire, Duration.ofSeconds(61)), Pages.takeDown(1, 3, killed));

      // Then
      assertThat(List.of(lost, early)).hasOnlyElementsOfType(Deferred.class);
      assertThat(down).doesNotContain("Lighthouse");
      assertThat(late).isInstanceOf(Accepted.class);
      assertThat(seen().toString()).doesNotContain("Lighthouse");
      assertThat(only(working(), Pages.show(1, 4)))
          .as("what was taken down by the newsroom may come back")
          .isInstanceOf(Accepted.class);
      site.empty();
      forgetAll();
    }
  }

  @Test
  void aKillTakesEachPostOfTheStory() {
    // Given
    carry(working(), Pages.show(1, 1), Pages.show(2, 1));
    var mark = Desk.marker(Pages.uri(1));
    site.ask(
        "POST",
        "posts/",
        "{\"posts\":[{\"title\":\"Lighthouse 1\",\"status\":\"published\",\"slug\":\"elsewhere\","
            + "\"codeinjection_head\":\"%s\"}]}".formatted(mark));

    // When
    Dispatch kill = Pages.takeDown(1, 2, true);
    var killed = only(working(), kill);

    // Then
    assertThat(killed).isInstanceOf(Accepted.class);
    assertThat(site.total()).isEqualTo(1);
    assertThat(post(2).path("status").asString()).isEqualTo("published");
  }
}
