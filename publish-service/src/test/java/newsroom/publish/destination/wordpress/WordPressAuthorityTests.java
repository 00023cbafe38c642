package newsroom.publish.destination.wordpress;

import java.io.IOException;
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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

class WordPressAuthorityTests extends PrivateAuthorityContract {

  private final JdbcClient database = JdbcClient.create(TestDatabase.empty());
  private final RealWordPress site = RealWordPress.get();

  @BeforeEach
  void fresh() throws IOException {
    site.fresh(true);
    database.sql("truncate publish.wordpress_post, publish.wordpress_hand").update();
  }

  @Override
  protected int port() {
    return site.port();
  }

  @Override
  protected Destination open(URI url, Map<String, String> more) {
    var settings = new TreeMap<>(Map.of("url", url.toString(), "user", "newsroom"));
    settings.put("password", site.password("newsroom"));
    settings.put("allow-loopback", "true");
    settings.putAll(more);
    var clock = Clock.systemUTC();
    var hands = new Hands(database, clock);
    var kind = new WordPressKind(clock, database, new Media(database), hands, Duration.ZERO);
    return kind.open("harbor/wordpress", Pages.MASTHEAD, settings, new LedgerShelf());
  }
}
