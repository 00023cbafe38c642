package newsroom.publish.destination.ghost;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.destination.wordpress.LossyWire;
import newsroom.publish.rendition.html.Html;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A Ghost site and what its tests do with it.
abstract class GhostBench extends DestinationContract {

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

  final void forgetAll() {
    database.sql("truncate publish.ghost_post, publish.wordpress_hand").update();
  }

  final Destination open(String name, URI url, Clock clock, String... more) {
    return open(name, url, clock, Duration.ZERO, more);
  }

  /// One that waits this long for what the site may still be at.
  final Destination open(String name, URI url, Clock clock, Duration stillAtIt, String... more) {
    var settings = new TreeMap<>(Map.of("url", url.toString(), "key", site.key()));
    settings.put("allow-loopback", "true");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    var hands = new Hands(database, clock);
    var kind = new GhostKind(clock, new Html(), database, hands, stillAtIt);
    var destination = kind.open(name, Pages.MASTHEAD, settings, shelf);
    opened.add(destination);
    return destination;
  }

  final LossyWire wire() {
    var wire = new LossyWire(site.port());
    opened.add(wire);
    return wire;
  }

  final Destination through(LossyWire wire, String... more) {
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
    var slug = Desk.slug(Pages.page(1, 1).address(), Pages.page(1, 1).story().uri());
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
    var slug = Desk.slug(Pages.page(number, 1).address(), Pages.page(number, 1).story().uri());
    return site.ask("GET", "posts/?formats=html&filter=slug:" + slug, "").path("posts").path(0);
  }

  final void edit(int number, String json) {
    var post = post(number);
    var body =
        "{\"posts\":[{\"updated_at\":\"%s\",%s}]}"
            .formatted(post.path("updated_at").asString(), json);
    site.ask("PUT", "posts/" + post.path("id").asString() + "/", body);
  }

  final void delete(int number) {
    site.ask("DELETE", "posts/" + post(number).path("id").asString() + "/", "");
  }
}
