package newsroom.publish.destination.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Deferred;
import newsroom.publish.destination.Transmission.Refused;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.destination.wordpress.LossyWire;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.story.Block;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// One post of each story at a Ghost site, whatever is lost and whoever comes between.
abstract class GhostContract extends DestinationContract {

  private final JdbcClient database = JdbcClient.create(TestDatabase.empty());
  private final List<AutoCloseable> opened = new ArrayList<>();
  Site site;

  abstract Site site();

  @BeforeEach
  void freshSite() {
    site = site();
    site.empty();
    forgetAll();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (var one : opened) {
      one.close();
    }
  }

  private void forgetAll() {
    database.sql("truncate publish.ghost_post, publish.wordpress_hand").update();
  }

  final Destination open(String name, URI url, Clock clock, String... more) {
    var settings = new TreeMap<>(Map.of("url", url.toString(), "key", site.key()));
    settings.put("allow-loopback", "true");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    var posts = new GhostPosts(database);
    var hands = new Hands(database, clock);
    var kind = new GhostKind(clock, new Html(), posts, hands, Duration.ZERO);
    var destination = kind.open(name, Pages.MASTHEAD, settings, shelf);
    opened.add(destination);
    return destination;
  }

  private LossyWire wire() {
    var wire = new LossyWire(site.port());
    opened.add(wire);
    return wire;
  }

  private Destination through(LossyWire wire, String... more) {
    return open("harbor/ghost", wire.url(), Clock.systemUTC(), more);
  }

  @Override
  protected Destination working() {
    return open("harbor/ghost", site.url(), Clock.systemUTC());
  }

  @Override
  protected Destination unreachable() {
    return open("harbor/ghost", URI.create("http://127.0.0.1:1/"), Clock.systemUTC());
  }

  /// Somebody at the site has another post at the story's address.
  @Override
  protected Destination refusing() {
    var slug = Desk.slug(Pages.page(1, 1).address());
    site.ask(
        "POST",
        "posts/",
        "{\"posts\":[{\"title\":\"x\",\"status\":\"published\",\"slug\":\"%s\"}]}".formatted(slug));
    return working();
  }

  @Override
  protected Object seen() {
    var posts = new TreeMap<String, String>();
    for (var post : site.ask("GET", "posts/?limit=50&formats=html", "").path("posts")) {
      if (post.path("status").asString().equals("published")) {
        var text = post.path("title").asString() + post.path("html").asString();
        posts.put(post.path("slug").asString(), post.path("url").asString() + text);
      }
    }
    return posts + " of " + site.total();
  }

  final Transmission only(Destination destination, Dispatch dispatch) {
    return carry(destination, dispatch).getFirst();
  }

  final JsonNode post(int number) {
    var slug = Desk.slug(Pages.page(number, 1).address());
    return site.ask("GET", "posts/?formats=html&filter=slug:" + slug, "").path("posts").path(0);
  }

  final void edit(int number, String json) {
    var post = post(number);
    var body =
        "{\"posts\":[{\"updated_at\":\"%s\",%s}]}"
            .formatted(post.path("updated_at").asString(), json);
    site.ask("PUT", "posts/" + post.path("id").asString() + "/", body);
  }

  private void delete(int number) {
    site.ask("DELETE", "posts/" + post(number).path("id").asString() + "/", "");
  }

  private static Dispatch.Show told(Story.Change change, String note, Block... more) {
    var page = Pages.page(1, 2);
    var story = page.story();
    var life = story.lifecycle();
    var body = new ArrayList<>(story.body());
    body.addAll(List.of(more));
    var size = new Picture.Rendition("web", "https://p.harbor.test/t.jpg", "image/jpeg", 800, 600);
    var told =
        new Story(
            story.uri(),
            story.mark(),
            new Story.Lifecycle(
                life.status(), change, life.firstCreated(), null, null, 4, note, ""),
            story.headlines(),
            story.subjects(),
            story.rights(),
            List.of(new Picture("lead", "The tower", "Ida Berg", "On rails", List.of(size))),
            "lead",
            body,
            story.related(),
            story.origin());
    return new Dispatch.Show(
        "told",
        new Page(told, page.address(), page.section(), page.posted(), null, List.of()),
        false);
  }

  @Test
  void aStoryIsOnePostWithSectionTagsSummaryAndItsOwnTime() {
    // When
    var said = only(working(), Pages.show(1, 1));
    carry(working(), Pages.show(2, 1));

    // Then
    var post = post(1);
    assertThat(said)
        .isEqualTo(new Accepted(Pages.page(1, 1).address(), post.path("id").asString()));
    assertThat(post.path("custom_excerpt").asString()).isEqualTo("The tower travels on rails.");
    assertThat(post.path("published_at").asString()).startsWith("2026-11-20T08:16:01");
    assertThat(post.path("tags").findValuesAsString("name"))
        .containsExactly("World News", "lighthouse");
    assertThat(post.path("html").asString())
        .contains(
            "<b>eight meters</b>".replace("b>", "strong>"), "By Ida Fjord", "© 2026 Northwire");
    var tags = site.ask("GET", "tags/?limit=50", "").path("tags").findValuesAsString("name");
    assertThat(tags).containsOnlyOnce("lighthouse").containsOnlyOnce("World News");
  }

  @Test
  void aCorrectionChangesThePostInPlaceWithPictureAndTable() {
    // Given
    carry(working(), Pages.show(1, 1));
    var before = post(1);
    var table =
        new Block.Table("Floors", true, List.of(List.of("a", "b"), List.of("1", "<b>2</b>")));
    var quote = new Block.Quote(List.of("Slow", "is safe"), "Ida");
    var list = new Block.Listing(true, List.of("one", "two"));
    var inline = new Block.Paragraph("H<sub>2</sub>O <u>u</u> <s>s</s> <code>c</code> a<br>b");

    // When
    var show = told(Story.Change.CORRECTION, "12 floors, not 21.", table, quote, list, inline);
    var outcome = only(working(), show);

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(post(1).path("id")).isEqualTo(before.path("id"));
    assertThat(post(1).path("url")).isEqualTo(before.path("url"));
    assertThat(post(1).path("html").asString())
        .contains("<strong>Correction</strong> 12 floors, not 21.", "<td>1</td>", "is safe");
    assertThat(post(1).path("feature_image").asString()).isEqualTo("https://p.harbor.test/t.jpg");
    assertThat(only(working(), show)).isInstanceOf(Accepted.class);
    assertThat(site.total()).isEqualTo(1);
  }

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
  void whatAnEditorChangedHidOrDeletedIsNotWrittenOver() {
    // Given
    carry(working(), Pages.show(1, 1), Pages.show(2, 1), Pages.show(3, 1), Pages.show(4, 1));
    edit(1, "\"title\":\"An editor's headline\"");
    edit(2, "\"status\":\"draft\"");
    delete(3);
    edit(4, "\"tags\":[{\"name\":\"Harbour\"}]");

    // When
    var outcomes =
        carry(working(), Pages.show(1, 2), Pages.show(2, 2), Pages.show(3, 2), Pages.show(4, 2));

    // Then
    assertThat(outcomes.subList(0, 3)).hasOnlyElementsOfType(Refused.class);
    assertThat(outcomes.toString())
        .contains("somebody changed post", "somebody made post", "somebody deleted it there");
    assertThat(outcomes.get(3)).isInstanceOf(Accepted.class);
    assertThat(post(1).path("title").asString()).isEqualTo("An editor's headline");
    assertThat(post(4).path("tags").findValuesAsString("name")).contains("Harbour", "lighthouse");
    assertThat(site.total()).isEqualTo(3);
    var down = carry(working(), Pages.takeDown(1, 3, true), Pages.takeDown(2, 3, true));
    assertThat(down).hasOnlyElementsOfType(Accepted.class);
    assertThat(site.total()).isEqualTo(1);
  }

  @Test
  void aPostIsFoundAtAnotherSlugAndWithoutTheNewsroomsDatabase() {
    // Given
    carry(working(), Pages.show(1, 1));
    var id = post(1).path("id").asString();
    edit(1, "\"slug\":\"another-address\"");
    forgetAll();

    // When
    var outcome = (Accepted) only(working(), Pages.show(1, 1));

    // Then
    assertThat(outcome.remoteId()).isEqualTo(id);
    assertThat(site.total()).isEqualTo(1);
    forgetAll();
    assertThat(only(working(), Pages.takeDown(1, 2, true))).isInstanceOf(Accepted.class);
    assertThat(site.total()).isZero();
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
