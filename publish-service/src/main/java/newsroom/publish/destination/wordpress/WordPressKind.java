package newsroom.publish.destination.wordpress;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Shelf;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.destination.cms.SiteDestination;
import newsroom.publish.destination.drop.PictureDesk;
import newsroom.publish.destination.wordpress.api.Api;
import newsroom.publish.rendition.Masthead;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes WordPress sites. What a site's file may say is in `docs/destinations/wordpress.md`.
@Component
public class WordPressKind implements DestinationKind {

  private final Clock clock;
  private final Posts posts;
  private final Media media;
  private final Hands hands;
  private final Duration stillAtIt;

  @Autowired
  WordPressKind(Clock clock, Posts posts, Media media, Hands hands) {
    this(clock, posts, media, hands, Bringing.STILL_AT_IT);
  }

  WordPressKind(Clock clock, Posts posts, Media media, Hands hands, Duration stillAtIt) {
    this.clock = clock;
    this.posts = posts;
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
    var desk = new Desk(name, masthead, read, api, posts, clock);
    var search = new Search(api);
    var gallery = new Gallery(name, api, media, hands, pictures);
    var drafts = new Draft(desk, new Terms(api), gallery);
    var bringing = new Bringing(desk, search, drafts, stillAtIt);
    var removing = new Removing(desk, search, gallery, stillAtIt);
    return new SiteDestination(
        name,
        read.login().concurrency(),
        hands,
        (dispatch, budget) ->
            switch (dispatch) {
              case Dispatch.Show show -> bringing.show(show, budget);
              case Dispatch.TakeDown down -> removing.takeDown(down, budget);
            },
        pictures == null ? List.of(api) : List.of(api, pictures));
  }
}
