package newsroom.publish.destination.wordpress;

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
import newsroom.publish.destination.drop.PictureDesk;
import newsroom.publish.destination.wordpress.api.Api;
import newsroom.publish.rendition.Masthead;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes WordPress sites. What a site's file may say is in `docs/destinations/wordpress.md`.
@Component
public class WordPressKind implements DestinationKind {

  private static final Posts.Table TABLE = new Posts.Table("wordpress_post", "featured", "bigint");

  private final Clock clock;
  private final Posts posts;
  private final Media media;
  private final Hands hands;
  private final Duration stillAtIt;

  @Autowired
  WordPressKind(Clock clock, JdbcClient database, Media media, Hands hands) {
    this(clock, database, media, hands, Bringing.STILL_AT_IT);
  }

  WordPressKind(Clock clock, JdbcClient database, Media media, Hands hands, Duration stillAtIt) {
    this.clock = clock;
    this.posts = new Posts(database, TABLE);
    this.media = media;
    this.hands = hands;
    this.stillAtIt = stillAtIt;
  }

  @Override
  public String kind() {
    return "wordpress";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    var read = WordPressSettings.from(settings);
    var api = new Api(clock, read.login());
    var pictures =
        read.pictureLimit() == 0
            ? null
            : new PictureDesk(read.login().passage().guard(), read.pictureLimit());
    var desk = new Desk(new Notebook(name, masthead, posts, clock), read, api);
    var search = new Search(api);
    var gallery = new Gallery(name, api, media, hands, pictures);
    var drafts = new Draft(desk, new Terms(api), gallery);
    var bringing = new Bringing(desk, search, drafts, stillAtIt);
    var taking = new TakingDown(api, search, gallery);
    var removing = new Removing<>(desk.notebook(), taking, read.deletesKilled(), stillAtIt);
    return new SiteDestination(
        name,
        read.login().concurrency(),
        hands,
        bringing::show,
        removing::takeDown,
        pictures == null ? List.of(api) : List.of(api, pictures));
  }
}
