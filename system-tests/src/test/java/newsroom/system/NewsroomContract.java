package newsroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a newsroom promises its readers, seen from outside. One newsroom serves all tests of a
/// class; every test files stories of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
abstract class NewsroomContract {

  // the newsroom under test has the time of day; so have its tests
  private static final Clock CLOCK = Clock.systemUTC();

  private static final Duration SOON = Duration.ofSeconds(20);

  private Partner partner;
  private Ground ground;
  private FrontDoor desk;

  /// Opens the newsroom on the ground that the class is about.
  abstract Ground open(Path data, Partner partner);

  @BeforeAll
  void openNewsroom(@TempDir Path data) {
    partner = new Partner();
    ground = open(data, partner);
    desk = new FrontDoor(ground);
  }

  @AfterAll
  void closeNewsroom() {
    desk.close();
    ground.close();
    partner.close();
  }

  @Test
  void aStoryFiledOverHttpIsReadOnItsSiteAndBroughtToThePartner() {
    // Given
    var headline = unique("Ferry line to the islands opens a day early");

    // When
    var uri = desk.file("northwire", story(headline));

    // Then
    var page = live(uri);
    assertThat(page).contains(headline).contains("The first boat left the harbor at dawn.");
    await().atMost(SOON).untilAsserted(() -> assertThat(partner.received(headline)).hasSize(1));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(desk.page("")).contains(headline);
              assertThat(desk.page("feed.xml")).contains(headline);
              assertThat(desk.page("feed.json")).contains(headline);
              assertThat(desk.page("news-sitemap.xml")).contains(headline);
            });
  }

  @Test
  void relatedStoriesStandAsPromosBetweenTheParagraphs() {
    // Given
    var topic = unique("Velmora");
    var first = archived(closure(unique("closure"), topic));

    // When
    var uri = desk.file("northwire", repairs(topic));

    // Then
    var page = live(uri);
    assertThat(page)
        .containsPattern(
            "ADDITIONAL REPORTING[\\s\\S]{0,300}Bridge over the " + topic + " is closed")
        .contains(desk.address(first).getPath());
  }

  @Test
  void aCorrectionThatArrivesFirstIsNotOvertakenByTheVersionItCorrects() {
    // Given
    var guid = unique("correction");
    var made = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
    var right = unique("Mayor to speak on Tuesday");
    var wrong = unique("Mayor to speak on Thursday");

    // When
    var uri = desk.file("northwire", wire(guid, right).version(2, made));
    live(uri);
    desk.file("northwire", wire(guid, wrong).version(1, made.minusSeconds(60)));

    // Then
    var last = desk.file("northwire", story(unique("Something filed later")));
    live(last);
    assertThat(live(uri)).contains(right).doesNotContain(wrong);
    assertThat(partner.mentions(wrong)).isEmpty();
  }

  @Test
  void aKilledStoryIsGoneEverywhereAndNoPageLinksToIt() {
    // Given
    var topic = unique("Tarrow");
    var guid = unique("kill");
    var made = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
    var headline = "Bridge over the " + topic + " is closed";
    var killed = archived(closure(guid, topic).version(1, made));
    var address = desk.address(killed);
    var linking = desk.file("northwire", repairs(topic));
    assertThat(live(linking)).contains(headline);

    // When
    desk.file("northwire", closure(guid, topic).version(1, made.plusSeconds(1)).killed());

    // Then
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(desk.get(address).statusCode()).isEqualTo(410);
              assertThat(live(linking)).doesNotContain(headline);
              assertThat(desk.page("")).doesNotContain(headline);
              assertThat(desk.page("feed.xml")).doesNotContain(headline);
              assertThat(desk.page("feed.json")).doesNotContain(headline);
              assertThat(desk.page("news-sitemap.xml")).doesNotContain(headline);
              assertThat(partner.received())
                  .anyMatch(one -> one.type().equals("article.killed") && one.uri().equals(killed));
            });
    // an older version that comes late does not bring it back
    desk.file("northwire", closure(guid, topic).version(1, made));
    live(desk.file("northwire", story(unique("Something filed later"))));
    assertThat(desk.get(address).statusCode()).isEqualTo(410);
  }

  @Test
  void anEmbargoedStoryIsSeenNowhereBeforeItsTime() {
    // Given
    var headline = unique("Prize goes to an unknown poet");
    var until = CLOCK.instant().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);

    // When
    var uri = desk.file("northwire", story(headline).embargoedUntil(until));

    // Then
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(desk.story(uri).path("deliveries").toString())
                    .contains("HELD")
                    .contains("embargo"));
    while (CLOCK.instant().isBefore(until.minusMillis(500))) {
      assertThat(desk.page("") + desk.page("feed.xml") + desk.page("feed.json"))
          .doesNotContain(headline);
      assertThat(partner.mentions(headline)).isEmpty();
    }
    assertThat(live(uri)).contains(headline);
    await().atMost(SOON).untilAsserted(() -> assertThat(partner.received(headline)).hasSize(1));
    assertThat(partner.received(headline).getFirst().at()).isAfterOrEqualTo(until);
  }

  @Test
  void anUnreadableWireLiesOnTheSpikeWithItsBytes() {
    // Given
    var wire = "This is a shopping list, not a wire: " + UUID.randomUUID();

    // When
    var answer = desk.post("northwire", wire.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    var entry =
        desk.spike()
            .valueStream()
            .filter(one -> answer.body().contains(one.path("id").asString()))
            .findFirst();
    assertThat(entry).isPresent();
    assertThat(entry.get().path("reason").asString()).contains("shopping list");
    assertThat(desk.spiked(entry.get().path("id").asString()).body()).isEqualTo(wire);
  }

  @Test
  void theSameWireByTwoChannelsIsOneStory() throws IOException {
    // Given
    var headline = unique("Lighthouse keeper retires after forty years");
    var wire = story(headline);

    // When
    var uri = desk.file("northwire", wire);
    var folder = Files.createDirectories(ground.wires().resolve("northwire"));
    Files.write(folder.resolve("lighthouse.json"), wire.bytes());

    // Then
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(folder.resolve("done/lighthouse.json")).exists());
    live(uri);
    live(desk.file("northwire", story(unique("Something filed later"))));
    await().atMost(SOON).untilAsserted(() -> assertThat(partner.received(headline)).hasSize(1));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(desk.titlesInTheFeed()).containsOnlyOnce(headline));
  }

  @Test
  void aSiteThatWasDownGetsTheLatestVersionWhenItIsBack() {
    // Given
    var guid = unique("down");
    var made = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
    var early = unique("Storm warning for the coast");
    var late = unique("Storm warning for the coast lifted");
    partner.goDown();

    // When
    var uri = desk.file("northwire", wire(guid, early).version(1, made));
    assertThat(live(uri)).contains(early);
    desk.file("northwire", wire(guid, late).version(2, made.plusSeconds(1)));
    await().atMost(SOON).untilAsserted(() -> assertThat(live(uri)).contains(late));
    partner.comeBack();

    // Then
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(partner.received(late)).hasSize(1));
    assertThat(partner.received(early)).extracting(Partner.Received::version).doesNotContain(1L);
  }

  /// Files a story and waits until the archive has it, so that the next one can link to it.
  private String archived(TestWire wire) {
    var before = desk.archived();
    var uri = desk.file("northwire", wire);
    live(uri);
    await().atMost(SOON).untilAsserted(() -> assertThat(desk.archived()).isGreaterThan(before));
    return uri;
  }

  private String live(String uri) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(desk.address(uri).toString()).isNotEmpty());
    var answer = desk.get(desk.address(uri));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static TestWire story(String headline) {
    return wire(unique("story"), headline);
  }

  private static TestWire wire(String guid, String headline) {
    return TestWire.story(
        guid,
        headline,
        "The first boat left the harbor at dawn.",
        "Nobody had expected so many passengers on a weekday.",
        "The company says it will add a second boat before the summer.");
  }

  private static TestWire closure(String guid, String topic) {
    return TestWire.story(
        guid,
        "Bridge over the %s is closed".formatted(topic),
        "Engineers closed the bridge over the %s on Friday.".formatted(topic),
        "Divers had found cracks in two piers of the %s bridge.".formatted(topic),
        "Drivers were turned back at both ends and police sent them around by the ring road.");
  }

  private static TestWire repairs(String topic) {
    return TestWire.story(
        unique("repairs"),
        "Repairs of the %s bridge to take weeks".formatted(topic),
        "Repairs of the two cracked piers will take until spring, said the roads office.",
        "The bridge over the %s carries thirty thousand cars a day.".formatted(topic),
        "Ferries will carry pedestrians and bicycles across the %s meanwhile.".formatted(topic),
        "Engineers want to hang steel collars around the piers.",
        "Shop owners at the old end of the bridge fear for their trade.",
        "The mayor promised them lower rents.");
  }

  /// A name that no other test uses.
  static String unique(String name) {
    return name + " " + UUID.randomUUID().toString().substring(0, 6);
  }
}
