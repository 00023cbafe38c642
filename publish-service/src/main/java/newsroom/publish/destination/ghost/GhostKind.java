package newsroom.publish.destination.ghost;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Shelf;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.destination.cms.SiteDestination;
import newsroom.publish.destination.cms.post.Notebook;
import newsroom.publish.destination.cms.post.Posts;
import newsroom.publish.destination.cms.post.Removing;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.html.Html;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes Ghost sites. What a site's file may say is in `docs/destinations/ghost.md`.
@Component
public class GhostKind implements DestinationKind {

  private static final Posts.Table TABLE = new Posts.Table("ghost_post", "image", "text");

  private final Clock clock;
  private final Html html;
  private final Posts posts;
  private final Hands hands;
  private final Duration stillAtIt;

  @Autowired
  GhostKind(Clock clock, Html html, JdbcClient database, Hands hands) {
    this(clock, html, database, hands, Bringing.STILL_AT_IT);
  }

  GhostKind(Clock clock, Html html, JdbcClient database, Hands hands, Duration stillAtIt) {
    this.clock = clock;
    this.html = html;
    this.posts = new Posts(database, TABLE);
    this.hands = hands;
    this.stillAtIt = stillAtIt;
  }

  @Override
  public String kind() {
    return "ghost";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    var read = GhostSettings.from(settings);
    var api = new GhostApi(clock, read.login());
    var desk = new Desk(new Notebook(name, masthead, posts, clock), read, api);
    var search = new Search(api);
    var bringing = new Bringing(desk, search, new Draft(desk, html), stillAtIt);
    var taking = new TakingDown(api, search);
    var removing = new Removing<>(desk.notebook(), taking, read.deletesKilled(), stillAtIt);
    return new SiteDestination(
        name, read.login().concurrency(), hands, bringing::show, removing::takeDown, List.of(api));
  }
}
