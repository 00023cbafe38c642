package newsroom.publish.destination.wordpress;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Block;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A WordPress and what its tests do with it.
abstract class WordPressBench extends DestinationContract {

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
                + " publish.wordpress_picture, publish.wordpress_hand, publish.wordpress_use")
        .update();
  }

  final Destination open(String name, URI url, Clock clock, String... more) {
    return open(name, url, clock, Duration.ZERO, more);
  }

  /// One that waits this long for what the site may still be at.
  final Destination open(String name, URI url, Clock clock, Duration stillAtIt, String... more) {
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
            clock, database, new Media(database), new Hands(database, clock), stillAtIt);
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
    var slug = Desk.slug(Pages.page(1, 1).address(), Pages.page(1, 1).story().uri());
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
    return post(Desk.slug(Pages.page(number, 1).address(), Pages.page(number, 1).story().uri()));
  }

  final JsonNode post(String slug) {
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

  static Dispatch.Show shown(Page page, long version) {
    return new Dispatch.Show("show-" + version, page, version == 1);
  }

  static Page page(int number, long version, Story.Lifecycle life, List<Page.Promo> promos) {
    return page(number, version, life, promos, List.of());
  }

  static Page page(
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

  static Story.Lifecycle life(Story.Change change, String note) {
    var life = Pages.page(1, 1).story().lifecycle();
    return new Story.Lifecycle(
        life.status(), change, life.firstCreated(), null, null, 4, note, life.edNote());
  }

  static Story.Lifecycle life() {
    return Pages.page(1, 1).story().lifecycle();
  }

  Picture picture(String id, String caption, int colour) {
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
}
