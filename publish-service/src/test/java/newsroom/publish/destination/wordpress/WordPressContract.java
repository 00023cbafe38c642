package newsroom.publish.destination.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.Transmission.Accepted;
import newsroom.publish.destination.Transmission.Deferred;
import newsroom.publish.destination.Transmission.Refused;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Block;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What a real WordPress shows, whether it has the newsroom's plugin or not.
abstract class WordPressContract extends DestinationContract {

  static final String ANYWHERE = "posts?status=publish,future,draft,pending,private,trash";

  final RealWordPress site = RealWordPress.get();
  final List<AutoCloseable> opened = new ArrayList<>();
  private final JdbcClient database = JdbcClient.create(TestDatabase.empty());

  abstract boolean plugin();

  @BeforeEach
  void freshSite() throws IOException {
    site.fresh(plugin());
    site.ask("DELETE", "posts/1?force=true", "");
    forgetAll();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (var one : opened) {
      one.close();
    }
  }

  /// As if the newsroom had lost its database.
  final void forgetAll() {
    database
        .sql(
            "truncate publish.wordpress_post, publish.wordpress_media,"
                + " publish.wordpress_picture, publish.wordpress_hand")
        .update();
  }

  final Destination open(String name, URI url, Clock clock, String... more) {
    var settings =
        new TreeMap<>(
            Map.of(
                "url",
                url.toString(),
                "user",
                "newsroom",
                "password",
                site.password("newsroom"),
                "allow-loopback",
                "true"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    var kind =
        new WordPressKind(
            clock,
            new Posts(database),
            new Media(database),
            new Hands(database, clock),
            Duration.ZERO);
    var destination = kind.open(name, Pages.MASTHEAD, settings, shelf);
    opened.add(destination);
    return destination;
  }

  final Destination open(URI url, String... more) {
    return open("harbor/wordpress", url, Clock.systemUTC(), more);
  }

  final LossyWire wire() {
    var wire = new LossyWire(site.port());
    opened.add(wire);
    return wire;
  }

  @Override
  protected Destination working() {
    return open(site.url());
  }

  @Override
  protected Destination unreachable() {
    return open(URI.create("http://127.0.0.1:1/"));
  }

  /// Somebody at the site has another post at the story's address.
  @Override
  protected Destination refusing() {
    var slug = Desk.slug(Pages.page(1, 1).address());
    site.ask(
        "POST",
        "posts",
        "{\"slug\":\"%s\",\"title\":\"x\",\"status\":\"publish\"}".formatted(slug));
    return working();
  }

  @Override
  protected Object seen() {
    var posts = new TreeMap<String, String>();
    for (var post : site.ask("GET", "posts?context=edit&per_page=100", "")) {
      posts.put(
          post.path("slug").asString(),
          post.path("link").asString()
              + post.path("title").path("raw").asString()
              + post.path("content").path("raw").asString()
              + post.path("excerpt").path("raw").asString());
    }
    return posts + " of " + site.total(ANYWHERE);
  }

  final JsonNode post(int number) {
    var slug = Desk.slug(Pages.page(number, 1).address());
    return site.ask(
            "GET",
            ANYWHERE.replace("?", "?context=edit&slug=" + slug + "," + slug + "__trashed&"),
            "")
        .path(0);
  }

  final void edit(int number, String json) {
    site.ask("POST", "posts/" + post(number).path("id").asLong(), json);
  }

  final Transmission only(Destination destination, Dispatch dispatch) {
    return carry(destination, dispatch).getFirst();
  }

  private static Dispatch.Show shown(Page page, long version) {
    return new Dispatch.Show("show-" + version, page, version == 1);
  }

  private static Page page(
      int number, long version, Story.Lifecycle life, List<Page.Promo> promos) {
    return page(number, version, life, promos, List.of());
  }

  private static Page page(
      int number,
      long version,
      Story.Lifecycle life,
      List<Page.Promo> promos,
      List<Picture> pictures) {
    var page = Pages.page(number, version);
    var story = page.story();
    var body = new ArrayList<>(story.body());
    pictures.forEach(picture -> body.add(new Block.Figure(picture.id())));
    var illustrated =
        new Story(
            story.uri(),
            story.mark(),
            life,
            story.headlines(),
            new Story.Subjects(
                null,
                List.of(new Concept(null, "Seamarks & lights", null)),
                List.of(new Concept(null, "Skagen", null)),
                List.of(),
                List.of(),
                List.of("lighthouse")),
            story.rights(),
            pictures,
            pictures.isEmpty() ? null : pictures.getFirst().id(),
            body,
            story.related(),
            story.origin());
    return new Page(illustrated, page.address(), page.section(), page.posted(), null, promos);
  }

  private static Story.Lifecycle life(Story.Change change, String note) {
    var life = Pages.page(1, 1).story().lifecycle();
    return new Story.Lifecycle(
        life.status(), change, life.firstCreated(), null, null, 4, note, life.edNote());
  }

  private static Story.Lifecycle life() {
    return Pages.page(1, 1).story().lifecycle();
  }

  private Picture picture(String id, String caption, int colour) {
    try {
      var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
      image.setRGB(3, 3, colour);
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
            exchange.close();
          });
      server.start();
      opened.add(() -> server.stop(0));
      var href = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + id + ".png";
      var size = new Picture.Rendition("original", href, "image/png", 40, 30);
      return new Picture(id, caption, "Ida Berg", "A tower on rails", List.of(size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aStoryIsOnePostWithItsCategoryAndTags() {
    // When
    carry(working(), shown(page(1, 1, life(), List.of()), 1));
    carry(working(), shown(page(2, 1, life(), List.of()), 1));

    // Then
    var post = post(1);
    assertThat(post.path("status").asString()).isEqualTo("publish");
    assertThat(post.path("link").asString()).isEqualTo(Pages.page(1, 1).address().toString());
    assertThat(post.path("excerpt").path("raw").asString())
        .isEqualTo("The tower travels on rails.");
    assertThat(post.path("content").path("raw").asString())
        .contains("<p>SKAGEN — The tower moved <b>eight meters</b> before noon.</p>")
        .contains("By Ida Fjord", "© 2026 Northwire", "<!-- wp:paragraph -->");
    assertThat(site.ask("GET", "categories?slug=world", "").path(0).path("count").asInt())
        .isEqualTo(2);
    assertThat(site.total("tags")).isEqualTo(3);
    assertThat(site.total("categories")).isEqualTo(2);
    assertThat(site.total(ANYWHERE)).isEqualTo(2);
  }

  @Test
  void aCorrectionChangesThePostInPlaceAndSaysSo() {
    // Given
    carry(working(), Pages.show(1, 1));
    var before = post(1);

    // When
    var corrected =
        page(1, 2, life(Story.Change.CORRECTION, "The tower has 12 floors, not 21."), List.of());
    var outcome = only(working(), shown(corrected, 2));

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    var after = post(1);
    assertThat(after.path("id")).isEqualTo(before.path("id"));
    assertThat(after.path("link")).isEqualTo(before.path("link"));
    assertThat(after.path("content").path("raw").asString())
        .contains("<strong>Correction</strong> The tower has 12 floors, not 21.");
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }

  @Test
  void whatIsThereAlreadyIsNotWrittenAgain() {
    // Given
    var wire = wire();
    carry(open(wire.url()), Pages.show(1, 1));
    var modified = post(1).path("modified_gmt");
    wire.heard.clear();

    // When
    carry(open(wire.url()), Pages.show(1, 1));

    // Then
    assertThat(wire.heard).filteredOn(line -> line.contains("/posts")).hasSize(1);
    assertThat(wire.heard).noneMatch(line -> line.startsWith("POST /wp-json/wp/v2/posts"));
    assertThat(post(1).path("modified_gmt")).isEqualTo(modified);
  }

  @Test
  void linksLeadToTheSitesOwnAddressesAndNowhereElse() {
    // Given
    carry(working(), Pages.show(2, 1));
    var there = new Page.Promo("ALSO", "Lighthouse 2", Pages.page(2, 1).address(), 0);
    var nowhere = new Page.Promo("ALSO", "Lighthouse 3", Pages.page(3, 1).address(), 1);

    // When
    carry(working(), shown(page(1, 1, life(), List.of(there, nowhere)), 1));

    // Then
    assertThat(post(1).path("content").path("raw").asString())
        .contains("<a href=\"" + post(2).path("link").asString() + "\">Lighthouse 2</a>")
        .doesNotContain("Lighthouse 3");
  }

  @Test
  void picturesAreUploadedOnceWithTheirWords() {
    // Given
    var lead = picture("lead", "The tower [gallery] & its keeper", 1);
    var second = picture("second", "The rails", 2);
    var pictures = List.of(lead, second);

    // When
    carry(working(), shown(page(1, 1, life(), List.of(), pictures), 1));
    carry(working(), shown(page(2, 1, life(), List.of(), pictures), 1));
    carry(working(), shown(page(1, 2, life(), List.of(), pictures), 2));

    // Then
    assertThat(site.total("media")).isEqualTo(2);
    var featured = site.ask("GET", "media/" + post(1).path("featured_media") + "?context=edit", "");
    assertThat(featured.path("alt_text").asString()).isEqualTo("A tower on rails");
    assertThat(featured.path("caption").path("raw").asString())
        .isEqualTo("The tower &#091;gallery] &amp; its keeper (Ida Berg)");
    assertThat(post(1).path("content").path("raw").asString())
        .contains("http://harbor.test/wp-content/uploads/", "The rails (Ida Berg)</figcaption>")
        .doesNotContain("127.0.0.1");
  }

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
  void whatAnEditorTrashedStaysInTheTrash() {
    // Given
    carry(working(), Pages.show(1, 1));
    site.ask("DELETE", "posts/" + post(1).path("id"), "");

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).contains("into the site's trash"));
    assertThat(post(1).path("status").asString()).isEqualTo("trash");
    assertThat(only(working(), Pages.takeDown(1, 3, true))).isInstanceOf(Accepted.class);
    assertThat(only(working(), Pages.show(1, 4))).isInstanceOf(Refused.class);
    assertThat(site.total(ANYWHERE)).isEqualTo(1);
  }

  @Test
  void whatAnEditorChangedIsNotWrittenOverAndIsKilledAllTheSame() {
    for (var change :
        List.of(
            "{\"content\":\"<p>The editor knows better.</p>\"}",
            "{\"title\":\"The editor knows better\"}",
            "{\"status\":\"draft\"}")) {
      // Given
      carry(working(), Pages.show(1, 1));
      edit(1, change);
      var edited = post(1);

      // When
      var outcome = only(working(), Pages.show(1, 2));

      // Then
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Refused.class, it -> assertThat(it.reason()).startsWith("somebody "));
      assertThat(post(1)).isEqualTo(edited);
      assertThat(only(working(), Pages.takeDown(1, 3, true))).isInstanceOf(Accepted.class);
      assertThat(post(1).path("status").asString()).isEqualTo("trash");
      site.ask("DELETE", "posts/" + post(1).path("id") + "?force=true", "");
      forgetAll();
    }
  }

  @Test
  void whatAnEditorAddedAroundTheTextStays() {
    // Given
    carry(working(), Pages.show(1, 1));
    var tag = site.ask("POST", "tags", "{\"name\":\"by hand\"}").path("id").asLong();
    edit(1, "{\"tags\":[" + tag + "],\"sticky\":true,\"comment_status\":\"closed\"}");

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(post(1).path("tags")).hasSize(2).anyMatch(it -> it.asLong() == tag);
    assertThat(post(1).path("sticky").asBoolean()).isTrue();
    assertThat(post(1).path("comment_status").asString()).isEqualTo("closed");
  }

  @Test
  void whatSomebodyDeletedIsAPersonsToDecide() {
    // Given
    carry(working(), Pages.show(1, 1));
    site.ask("DELETE", "posts/" + post(1).path("id") + "?force=true", "");

    // When
    var outcome = only(working(), Pages.show(1, 2));

    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).contains("somebody deleted it"));
    assertThat(site.total(ANYWHERE)).isZero();
  }

  @Test
  void aKilledStoryLeavesNoTraceWhereThatIsAskedForAndMayBeReinstated() {
    // Given
    var destination = open(site.url(), "killed", "delete");
    carry(destination, Pages.show(1, 1));

    // When
    var killed = only(destination, Pages.takeDown(1, 2, true));
    int left = site.total(ANYWHERE);
    var back = only(destination, Pages.show(1, 3));

    // Then
    assertThat(List.of(killed, back)).hasOnlyElementsOfType(Accepted.class);
    assertThat(left).isZero();
    assertThat(site.total("posts")).isEqualTo(1);
  }

  @Test
  void aWrongPasswordHoldsUpTheWholeSiteWithOneSentence() {
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
    assertThat(site.total(ANYWHERE)).isZero();
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
  void anAuthorsAccountIsEnough() {
    // Given
    site.ask("POST", "categories", "{\"name\":\"World News\",\"slug\":\"world\"}");
    var destination = open(site.url(), "user", "stringer", "password", site.password("stringer"));

    // When
    var outcomes =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                version -> only(destination, shown(page(1, version, life(), List.of()), version)))
            .toList();

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Accepted.class);
    assertThat(post(1).path("title").path("raw").asString()).contains("report 3");
  }

  @Test
  void nothingOfAWireIsCarriedOutAtTheSite() {
    // Given
    var page = page(1, 1, life(), List.of());
    var story = page.story();
    var hostile =
        new Story(
            story.uri(),
            story.mark(),
            story.lifecycle(),
            new Story.Headlines(
                "<script>alert(1)</script> [gallery]", "a <b>b</b>", null, null, null, null, "en"),
            story.subjects(),
            story.rights(),
            List.of(),
            null,
            List.of(
                new Block.Paragraph("x <script>alert(2)</script><!-- wp:html --><img onerror=3>"),
                new Block.Paragraph("<a href=\"javascript:alert(4)\">y</a> [audio src=z]"),
                new Block.Embed("javascript:alert(5)", "z")),
            List.of(),
            story.origin());

    // When
    carry(
        working(),
        shown(
            new Page(hostile, page.address(), page.section(), page.posted(), null, List.of()), 1));

    // Then
    var shown = post(1);
    assertThat(shown.path("title").path("rendered").asString()).contains("&lt;script&gt;");
    assertThat(shown.path("content").path("rendered").asString())
        .contains("&#091;audio src=z]")
        .doesNotContain("<script", "onerror", "javascript:", "wp:html");
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
