package newsroom.publish.rendition.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Fiction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SitemapsTests {

  private final Sitemaps sitemaps = new Sitemaps();

  @Test
  void listsTheSiteItsSectionsAndItsStories() {
    Document site = xml(sitemaps.site(Fiction.SITE));
    Document map = xml(sitemaps.stories(List.of(Card.of(Fiction.page())), Fiction.SITE));

    assertThat(site.select("loc").eachText())
        .containsExactly(
            "https://news.example.com/",
            "https://news.example.com/world/",
            "https://news.example.com/us-news/",
            "https://news.example.com/sports/");
    assertThat(map.select("loc").eachText())
        .containsExactly("https://news.example.com/world/2026/11/22/island-ferry-returns");
    assertThat(map.select("lastmod").text()).isEqualTo("2026-11-22T16:10:00-05:00");
  }

  @Test
  void newsSaysWhatWhereAndWhenItWasFirstShown() {
    Document map = xml(sitemaps.news(List.of(Card.of(Fiction.page())), Fiction.SITE));

    assertThat(map.getElementsByTag("news:title").eachText())
        .containsExactly("First ferry in 40 days reaches Marrow Island");
    assertThat(map.getElementsByTag("news:name").text()).isEqualTo("The National Desk");
    assertThat(map.getElementsByTag("news:language").text()).isEqualTo("en");
    assertThat(map.getElementsByTag("news:publication_date").text())
        .isEqualTo("2026-11-22T15:05:00-05:00");
  }

  @Test
  void anIndexNamesTheFiles() {
    Document index = xml(sitemaps.index(List.of("sitemap-1.xml", "sitemap/2.xml"), Fiction.SITE));

    assertThat(index.select("sitemap > loc").eachText())
        .containsExactly(
            "https://news.example.com/sitemap-1.xml", "https://news.example.com/sitemap/2.xml");
  }

  private static Document xml(byte[] bytes) {
    return Jsoup.parse(new String(bytes, UTF_8), "", Parser.xmlParser());
  }
}
