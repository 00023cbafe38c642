package newsroom.publish.destination.ghost;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.PrivateAuthorityContract;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.rendition.html.Html;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

class GhostAuthorityTests extends PrivateAuthorityContract {

  private final JdbcClient database = JdbcClient.create(TestDatabase.empty());
  private final StandIn site = new StandIn();

  @BeforeEach
  void forget() {
    database.sql("truncate publish.ghost_post, publish.wordpress_hand").update();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Override
  protected int port() {
    return site.port();
  }

  @Override
  protected Destination open(URI url, Map<String, String> more) {
    var settings = new TreeMap<>(Map.of("url", url.toString(), "key", site.key()));
    settings.put("allow-loopback", "true");
    settings.putAll(more);
    var clock = Clock.systemUTC();
    var hands = new Hands(database, clock);
    var kind = new GhostKind(clock, new Html(), database, hands, Duration.ZERO);
    return kind.open("harbor/ghost", Pages.MASTHEAD, settings, new LedgerShelf());
  }
}
