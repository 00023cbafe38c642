package newsroom.publish.destination.ghost;

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
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.html.Html;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Makes Ghost sites. What a site's file may say is in `docs/destinations/ghost.md`.
@Component
public class GhostKind implements DestinationKind {

  private final Clock clock;
  private final Html html;
  private final GhostPosts posts;
  private final Hands hands;
  private final Duration stillAtIt;

  @Autowired
  GhostKind(Clock clock, Html html, GhostPosts posts, Hands hands) {
    this(clock, html, posts, hands, Bringing.STILL_AT_IT);
  }

  GhostKind(Clock clock, Html html, GhostPosts posts, Hands hands, Duration stillAtIt) {
    this.clock = clock;
    this.html = html;
    this.posts = posts;
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
    var desk = new Desk(name, masthead, read, api, posts, clock);
    var search = new Search(api);
    var bringing = new Bringing(desk, search, new Draft(desk, html), stillAtIt);
    var removing = new Removing(desk, search, stillAtIt);
    return new SiteDestination(
        name,
        read.login().concurrency(),
        hands,
        (dispatch, budget) ->
            switch (dispatch) {
              case Dispatch.Show show -> bringing.show(show, budget);
              case Dispatch.TakeDown down -> removing.takeDown(down, budget);
            },
        List.of(api));
  }
}
