package newsroom.publish.rendition.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SitemapsTests {

  private static final Instant NOW = Fiction.POSTED.plusSeconds(60);

  private final Sitemaps sitemaps = new Sitemaps();

  @Test
  void listsTheSiteItsSectionsAndItsStories() {
    Document map = xml(sitemaps.all(List.of(Fiction.page()), Fiction.SITE));

    assertThat(map.select("loc").eachText())
        .containsExactly(
            "https://news.example.com/",
            "https://news.example.com/world/",
            "https://news.example.com/us-news/",
            "https://news.example.com/sports/",
            "https://news.example.com/world/2026/11/22/island-ferry-returns");
    assertThat(map.select("lastmod").text()).isEqualTo("2026-11-22T16:10:00-05:00");
  }

  @Test
  void newsIsWhatWasFirstShownWithinTwoDays() {
    Page old = Fiction.brief(2, Fiction.SPORTS, NOW.minus(Duration.ofHours(49)), 5);

    Document map = xml(sitemaps.news(List.of(Fiction.page(), old), Fiction.SITE, NOW));

    assertThat(map.getElementsByTag("news:title").eachText())
        .containsExactly("First ferry in 40 days reaches Marrow Island");
    assertThat(map.getElementsByTag("news:name").text()).isEqualTo("The National Desk");
    assertThat(map.getElementsByTag("news:language").text()).isEqualTo("en");
    assertThat(map.getElementsByTag("news:publication_date").text())
        .isEqualTo("2026-11-22T15:05:00-05:00");
  }

  @Test
  void newsHasNoMoreThanAThousand() {
    List<Page> pages =
        IntStream.range(0, 1_100)
            .mapToObj(number -> Fiction.brief(number, Fiction.SPORTS, Fiction.POSTED, 5))
            .toList();

    assertThat(xml(sitemaps.news(pages, Fiction.SITE, NOW)).select("url")).hasSize(1_000);
  }

  private static Document xml(byte[] bytes) {
    return Jsoup.parse(new String(bytes, UTF_8), "", Parser.xmlParser());
  }
}
