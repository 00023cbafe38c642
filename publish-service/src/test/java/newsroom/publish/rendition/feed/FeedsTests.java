package newsroom.publish.rendition.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.content.ContentModule;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.html.Html;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedsTests {

  private static final Feeds.Source SITE = Feeds.Source.of(Fiction.SITE);

  private final Feeds feeds = new Feeds(new Html());
  private final Page brief = Fiction.brief(8, Fiction.SPORTS, Fiction.POSTED, 5);

  @Test
  void rssTellsReadersWhatIsNewest() throws Exception {
    SyndFeed feed = read(feeds.rss(SITE, List.of(Fiction.page(), brief), Fiction.SITE));

    assertThat(feed.getTitle()).isEqualTo("The National Desk");
    assertThat(feed.getLink()).isEqualTo("https://news.example.com/");
    assertThat(feed.getLanguage()).isEqualTo("en-US");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getTitle)
        .containsExactly("First ferry in 40 days reaches Marrow Island", "Brief number 8");
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(entry.getUri()).isEqualTo(Fiction.URI_OF_IT);
    assertThat(entry.getLink())
        .isEqualTo("https://news.example.com/world/2026/11/22/island-ferry-returns");
    assertThat(entry.getPublishedDate().toInstant()).isEqualTo(Fiction.POSTED);
    assertThat(entry.getAuthor()).isEqualTo("Tove Lund and Per Aas");
    assertThat(entry.getDescription().getValue()).startsWith("Two hundred islanders");
  }

  @Test
  void rssCarriesTheTextAndThePicture() throws Exception {
    SyndEntry entry =
        read(feeds.rss(SITE, List.of(Fiction.page()), Fiction.SITE)).getEntries().getFirst();

    var content = (ContentModule) entry.getModule(ContentModule.URI);
    assertThat(content.getEncodeds().getFirst())
        .contains("<em>Aurora</em>", "href=\"https://news.example.com/world/2026/11/21/pier\"")
        .doesNotContain("hold the name");
    var media = (MediaEntryModule) entry.getModule(MediaEntryModule.URI);
    assertThat(media.getMediaContents()[0].getReference())
        .hasToString("https://pictures.example.com/lead-1600.jpg");
    assertThat(media.getMediaContents()[0].getWidth()).isEqualTo(1600);
    assertThat(media.getMediaContents()[0].getMetadata().getCredits()[0].getName())
        .isEqualTo("Ida Berg/Northwire");
  }

  @Test
  void rssSaysWhereItLiesAndThatItsIdsAreNoAddresses() {
    byte[] rss =
        feeds.rss(Feeds.Source.of(Fiction.SITE, Fiction.SPORTS), List.of(brief), Fiction.SITE);

    assertThat(new String(rss, java.nio.charset.StandardCharsets.UTF_8))
        .contains(
            "<atom:link href=\"https://news.example.com/sports/feed.xml\" rel=\"self\"",
            "<guid isPermaLink=\"false\">urn:newsroom:story:",
            "<pubDate>Sun, 22 Nov 2026 15:05:00 -0500</pubDate>");
  }

  @Test
  void anEmptyFeedIsAFeed() throws Exception {
    assertThat(read(feeds.rss(SITE, List.of(), Fiction.SITE)).getEntries()).isEmpty();
    assertThat(json(feeds.json(SITE, List.of(), Fiction.SITE)).path("items").isEmpty()).isTrue();
  }

  @Test
  void jsonFeedTellsTheSame() {
    JsonNode feed = json(feeds.json(SITE, List.of(Fiction.page(), brief), Fiction.SITE));

    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("feed_url").asString()).isEqualTo("https://news.example.com/feed.json");
    JsonNode item = feed.path("items").path(0);
    assertThat(item.path("id").asString()).isEqualTo(Fiction.URI_OF_IT);
    assertThat(item.path("image").asString())
        .isEqualTo("https://pictures.example.com/lead-1600.jpg");
    assertThat(item.path("date_published").asString()).isEqualTo("2026-11-22T15:05:00-05:00");
    assertThat(item.path("date_modified").asString()).isEqualTo("2026-11-22T16:10:00-05:00");
    assertThat(item.path("content_html").asString()).contains("<blockquote>");
    assertThat(feed.path("items").path(1).has("date_modified")).isFalse();
  }

  private static JsonNode json(byte[] bytes) {
    return JsonMapper.shared().readTree(bytes);
  }

  private static SyndFeed read(byte[] rss) throws Exception {
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(rss)));
  }
}
