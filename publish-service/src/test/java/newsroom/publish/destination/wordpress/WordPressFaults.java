package newsroom.publish.destination.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Deferred;
import newsroom.publish.rendition.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// One post of each story, whatever is lost and whoever comes between.
@ExtendWith(OutputCaptureExtension.class)
abstract class WordPressFaults extends WordPressBench {

  @Test
  void aReplyThatIsLostLeavesOnePostAndOnePicture() {
    // Given
    var wire = wire();
    var destination = open(wire.url());
    var lead = picture("lead", "The tower", 1);
    for (int number = 1; number <= 20; number++) {
      // When
      wire.loses = line -> line.startsWith("POST");
      var show = shown(page(number, 1, life(), List.of(), List.of(lead)), 1);
      var outcomes = new ArrayList<Transmission>();
      for (int time = 0; time < 12 && !(last(outcomes) instanceof Accepted); time++) {
        outcomes.add(only(destination, show));
      }

      // Then
      assertThat(outcomes).hasSizeGreaterThan(1).first().isInstanceOf(Deferred.class);
      assertThat(last(outcomes)).isInstanceOf(Accepted.class);
    }
    assertThat(site.total(ANYWHERE)).isEqualTo(20);
    assertThat(site.total("media")).isEqualTo(1);
    assertThat(site.total("tags")).isEqualTo(3);
    assertThat(site.total("categories")).isEqualTo(2);
  }

  private static Object last(List<Transmission> outcomes) {
    return outcomes.isEmpty() ? "nothing" : outcomes.getLast();
  }

  @Test
  void aLostReplyToAnUpdateOrAKillIsNoEditorsChange() {
    // Given
    var wire = wire();
    var destination = open(wire.url());
    carry(destination, Pages.show(1, 1));

    // When
    wire.loses = line -> line.startsWith("POST");
    var update = only(destination, Pages.show(1, 2));
    wire.loses = _ -> false;
    var next = only(destination, Pages.show(1, 3));
    wire.loses = line -> line.startsWith("DELETE");
    var down = only(destination, Pages.takeDown(1, 4, false));
    wire.loses = _ -> false;
    var again = only(destination, Pages.takeDown(1, 4, false));
    var back = only(destination, Pages.show(1, 5));

    // Then
    assertThat(List.of(update, down)).hasOnlyElementsOfType(Deferred.class);
    assertThat(List.of(next, again, back)).hasOnlyElementsOfType(Accepted.class);
    assertThat(post(1).path("title").path("raw").asString()).contains("report 5");
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }

  @Test
  void aNewVersionAfterALostReplyFindsThePost() {
    // Given
    var wire = wire();
    wire.loses = line -> line.startsWith("POST /wp-json/wp/v2/posts");
    var lost = only(open(wire.url()), Pages.show(1, 1));

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(lost).isInstanceOf(Deferred.class);
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(post(1).path("title").path("raw").asString()).contains("report 2");
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }

  @Test
  void twoWritersAtOnceMakeOnePost() throws Exception {
    together("harbor/wordpress", "harbor/wordpress");
  }

  @Test
  void twoNewsroomsThatKnowNothingOfEachOtherMakeOnePost() throws Exception {
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
        var works =
            List.of(first, second).stream()
                .map(
                    it ->
                        (Callable<Transmission>)
                            () -> {
                              start.await();
                              return it.carry(List.of(show)).getFirst();
                            })
                .toList();
        for (var said : threads.invokeAll(works)) {
          assertThat(said.get()).isInstanceOfAny(Accepted.class, Deferred.class);
        }

        // Then
        assertThat(only(first, show)).isInstanceOf(Accepted.class);
        assertThat(only(second, show)).isInstanceOf(Accepted.class);
        assertThat(site.total(ANYWHERE)).isEqualTo(number);
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWrongPasswordHoldsUpTheWholeSiteWithOneSentence(CapturedOutput log) {
    // Given
    var wire = wire();
    var destination = open(wire.url(), "password", "wrong", "concurrency", "1");

    // When
    var outcomes =
        destination.carry(List.of(Pages.show(1, 1), Pages.show(2, 1), Pages.takeDown(3, 1, true)));

    // Then
    assertThat(outcomes)
        .hasSize(3)
        .hasOnlyElementsOfType(Deferred.class)
        .containsOnly(outcomes.getFirst());
    var said = (Deferred) outcomes.getFirst();
    assertThat(said.reason()).contains("user and password").doesNotContain("wrong");
    assertThat(said.notBefore()).isAfter(Instant.now());
    assertThat(wire.heard).hasSize(1);
    destination.carry(List.of(Pages.show(4, 1)));
    assertThat(log.getAll()).containsOnlyOnce("nothing gets to this site until somebody looks");
    assertThat(site.total(ANYWHERE)).isZero();
  }

  @Test
  void aStoryOfAWholeMinuteIsTaken() {
    // Given
    var page = Pages.page(1, 1);
    // long enough ago that no clock takes it for the future
    var minute = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
    var posted = new Page(page.story(), page.address(), page.section(), minute, null, List.of());

    // When
    var outcome = only(open("harbor/one", wire().url(), Clock.systemUTC()), shown(posted, 1));

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(post(1).path("date_gmt").asString()).endsWith(":00");
  }

  @Test
  void aPostIsNeverLeftToAClockThatIsBehind() {
    // Given
    var ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
    var page = Pages.page(1, 1);
    var late =
        new Page(page.story(), page.address(), page.section(), ahead.instant(), null, List.of());
    var wire = wire();

    // When
    var told = only(open("harbor/one", wire.url(), ahead), shown(late, 1));
    wire.changes = answer -> answer.replaceFirst("(?m)^Date: .*$", "X-No-Date: 1");
    var page2 = Pages.page(2, 1);
    var untold =
        only(
            open("harbor/one", wire.url(), ahead),
            shown(
                new Page(
                    page2.story(),
                    page2.address(),
                    page2.section(),
                    ahead.instant(),
                    null,
                    List.of()),
                1));

    // Then
    assertThat(List.of(told, untold)).hasOnlyElementsOfType(Accepted.class);
    assertThat(post(1).path("status").asString()).isEqualTo("publish");
    assertThat(post(2).path("status").asString()).isEqualTo("publish");
    assertThat(site.total("posts")).isEqualTo(2);
  }

  @Test
  void withoutItsDatabaseTheNewsroomFindsItsPosts() {
    // Given
    carry(working(), Pages.show(1, 1));
    forgetAll();

    // When
    var outcome = only(working(), Pages.show(1, 1));

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
    forgetAll();
    assertThat(only(working(), Pages.takeDown(1, 2, true))).isInstanceOf(Accepted.class);
    assertThat(site.total("posts")).isZero();
  }
}
