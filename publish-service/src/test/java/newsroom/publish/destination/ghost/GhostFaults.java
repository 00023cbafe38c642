package newsroom.publish.destination.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Deferred;
import newsroom.publish.rendition.Page;
import org.junit.jupiter.api.Test;

/// One post of each story at a Ghost site, whatever is lost and whoever comes between.
abstract class GhostFaults extends GhostBench {

  @Test
  void aReplyThatIsLostLeavesOnePost() {
    // Given
    var wire = wire();
    var destination = through(wire);
    for (int number = 1; number <= 20; number++) {
      // When
      wire.loses = line -> line.startsWith("POST");
      var lost = only(destination, Pages.show(number, 1));
      wire.loses = _ -> false;
      var next = only(destination, Pages.show(number, number % 2 == 0 ? 1 : 2));

      // Then
      assertThat(lost).isInstanceOf(Deferred.class);
      assertThat(next).isInstanceOf(Accepted.class);
    }
    assertThat(site.total()).isEqualTo(20);
  }

  @Test
  void aLostReplyToAnUpdateOrAKillIsNoEditorsChange() {
    // Given
    var wire = wire();
    var destination = through(wire);
    carry(destination, Pages.show(1, 1));

    // When
    wire.loses = line -> line.startsWith("PUT");
    var update = only(destination, Pages.show(1, 2));
    wire.loses = _ -> false;
    var next = only(destination, Pages.show(1, 3));
    wire.loses = line -> line.startsWith("PUT");
    var down = only(destination, Pages.takeDown(1, 4, false));
    wire.loses = _ -> false;
    var again = only(destination, Pages.takeDown(1, 4, false));
    var back = only(destination, Pages.show(1, 5));
    wire.loses = line -> line.startsWith("DELETE");
    var kill = only(destination, Pages.takeDown(1, 6, true));
    wire.loses = _ -> false;
    var killed = only(destination, Pages.takeDown(1, 6, true));

    // Then
    assertThat(List.of(update, down, kill)).hasOnlyElementsOfType(Deferred.class);
    assertThat(List.of(next, again, back, killed)).hasOnlyElementsOfType(Accepted.class);
    assertThat(site.total()).isZero();
  }

  @Test
  void writersAtOnceMakeOnePost() throws Exception {
    together("harbor/ghost", "harbor/ghost");
  }

  @Test
  void newsroomsThatKnowNothingOfEachOtherMakeOnePost() throws Exception {
    together("harbor/one", "harbor/two");
  }

  private void together(String one, String other) throws Exception {
    // Given
    var first = open(one, site.url(), Clock.systemUTC());
    var second = open(other, site.url(), Clock.systemUTC());
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int number = 1; number <= 10; number++) {
        // When
        var show = Pages.show(number, 1);
        var start = new CyclicBarrier(2);
        var works = new ArrayList<Callable<Transmission>>();
        for (var destination : List.of(first, second)) {
          works.add(
              () -> {
                start.await();
                return destination.carry(List.of(show)).getFirst();
              });
        }
        for (var said : threads.invokeAll(works)) {
          assertThat(said.get()).isInstanceOfAny(Accepted.class, Deferred.class);
        }

        // Then
        assertThat(only(first, show)).isInstanceOf(Accepted.class);
        assertThat(only(second, show)).isInstanceOf(Accepted.class);
        assertThat(site.total()).isEqualTo(number);
      }
    }
  }

  @Test
  void aWrongKeyHoldsUpTheWholeSiteAndDoesNotShow() {
    // Given
    var wire = wire();
    var secret = "ab".repeat(32);
    var destination = through(wire, "key", site.key().split(":", -1)[0] + ":" + secret);

    // When
    var outcomes = destination.carry(List.of(Pages.show(1, 1), Pages.show(2, 1)));

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Deferred.class);
    var said = (Deferred) outcomes.getFirst();
    assertThat(said.reason()).contains("takes our key no longer").doesNotContain(secret);
    assertThat(said.notBefore()).isAfter(Instant.now());
    assertThat(site.total()).isZero();
  }

  @Test
  void aClockThatIsWrongNeitherShutsUsOutNorHidesThePost() {
    // Given
    var slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
    var fast = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
    var page = Pages.page(2, 1);
    var late =
        new Page(page.story(), page.address(), page.section(), fast.instant(), null, List.of());

    // When
    var behind = only(open("harbor/one", site.url(), slow), Pages.show(1, 1));
    var ahead = only(open("harbor/two", site.url(), fast), new Dispatch.Show("late", late, true));

    // Then
    assertThat(List.of(behind, ahead)).hasOnlyElementsOfType(Accepted.class);
    assertThat(post(2).path("status").asString()).isEqualTo("published");
    assertThat(site.total()).isEqualTo(2);
  }
}
