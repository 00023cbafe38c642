package newsroom.publish.destination.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Deferred;
import org.junit.jupiter.api.Test;

/// A story that was taken down stays away, whatever is still on its way to the site.
abstract class WordPressKills extends WordPressFaults {

  /// Some time from now, with the patience of a newsroom at work.
  private Destination patient(LossyWire wire, Duration later) {
    var clock = Clock.offset(Clock.systemUTC(), later);
    return open("harbor/wordpress", wire.url(), clock, Bringing.STILL_AT_IT);
  }

  private static boolean writesPost(String line) {
    return line.startsWith("POST /wp-json/wp/v2/posts");
  }

  @Test
  void aKillIsNotDoneWhileThePostMayStillCome() {
    for (var killed : List.of(true, false)) {
      // Given
      var wire = wire();
      var destination = patient(wire, Duration.ZERO);
      wire.holds = WordPressKills::writesPost;
      var lost = only(destination, Pages.show(1, 1));

      // When
      var early = only(destination, Pages.takeDown(1, 2, killed));
      wire.arrive();
      int came = site.total("posts");
      var late = only(destination, Pages.takeDown(1, 2, killed));

      // Then
      assertThat(List.of(lost, early)).hasOnlyElementsOfType(Deferred.class);
      assertThat(came).isEqualTo(1);
      assertThat(late).isInstanceOf(Accepted.class);
      assertThat(site.total("posts")).isZero();
      assertThat(only(working(), Pages.show(1, 3))).isInstanceOf(Accepted.class);
      site.ask("DELETE", "posts/" + post(1).path("id") + "?force=true", "");
      forgetAll();
    }
  }

  @Test
  void aKillOfAPostThatNeverCameIsDoneOnceItCannotComeAnyMore() {
    // Given
    var wire = wire();
    wire.holds = WordPressKills::writesPost;
    var lost = only(patient(wire, Duration.ZERO), Pages.show(1, 1));

    // When
    var early = only(patient(wire, Duration.ofSeconds(50)), Pages.takeDown(1, 2, true));
    var late = only(patient(wire, Duration.ofSeconds(61)), Pages.takeDown(1, 2, true));

    // Then
    assertThat(List.of(lost, early)).hasOnlyElementsOfType(Deferred.class);
    assertThat(late).isInstanceOf(Accepted.class);
  }

  @Test
  void aChangeThatComesAfterTheKillLeavesNothing() {
    // Given
    var wire = wire();
    var destination = patient(wire, Duration.ZERO);
    carry(destination, Pages.show(1, 1));
    wire.holds = WordPressKills::writesPost;
    var lost = only(destination, Pages.show(1, 2));

    // When
    var early = only(destination, Pages.takeDown(1, 3, true));
    int down = site.total("posts");
    wire.arrive();
    var late = only(patient(wire, Duration.ofSeconds(61)), Pages.takeDown(1, 3, true));

    // Then
    assertThat(List.of(lost, early)).hasOnlyElementsOfType(Deferred.class);
    assertThat(down).isZero();
    assertThat(late).isInstanceOf(Accepted.class);
    assertThat(site.total("posts")).isZero();
    assertThat(only(working(), Pages.show(1, 4))).isInstanceOf(Accepted.class);
  }

  @Test
  void aKillTakesEachPostOfTheStory() {
    // Given
    carry(working(), Pages.show(1, 1), Pages.show(2, 1));
    var slug = Desk.slug(Pages.page(1, 1).address(), Pages.page(1, 1).story().uri());
    site.ask(
        "POST",
        "posts",
        "{\"title\":\"Lighthouse 1\",\"status\":\"publish\",\"slug\":\"%s\"}".formatted(slug));
    int before = site.total("posts");

    // When
    var killed = only(working(), Pages.takeDown(1, 2, true));

    // Then
    assertThat(before).isEqualTo(3);
    assertThat(killed).isInstanceOf(Accepted.class);
    assertThat(site.total("posts")).isEqualTo(1);
    assertThat(post(2).path("status").asString()).isEqualTo("publish");
  }
}
