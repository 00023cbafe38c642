package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.feed.Feeds;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// One hostile text in every field at once: nothing of it may run on any page.
class HostileStoryTests {

  private final Html html = new Html();

  static List<String> corpus() {
    return HostileStory.corpus();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void nothingRunsOnTheStorysPage(String hostile) {
    Document page = drawn(html.story(HostileStory.page(hostile, 1), Fiction.SITE));

    assertHarmless(page);
    String structured = page.expectFirst("script[type=application/ld+json]").data();
    assertThat(structured).doesNotContain("<");
    assertThat(JsonMapper.shared().readTree(structured).path("@type").asString())
        .isEqualTo("NewsArticle");
    assertThat(page.select("main > .page > article")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void nothingRunsWhereTheStoryIsListed(String hostile) {
    List<Page> pages =
        List.of(
            HostileStory.page(hostile, 1),
            HostileStory.page(hostile, 1),
            HostileStory.page(hostile, 1));

    assertHarmless(drawn(html.front(pages, Fiction.SITE)));
    assertHarmless(drawn(html.section(Fiction.WORLD, pages, Fiction.SITE)));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void nothingRunsInAFeedReader(String hostile) {
    Page page = HostileStory.page(hostile, 1);
    var feeds = new Feeds(html);
    byte[] rss = feeds.rss(Feeds.Source.of(Fiction.SITE), List.of(page), Fiction.SITE);
    Document feed = Jsoup.parse(new String(rss, UTF_8), "", org.jsoup.parser.Parser.xmlParser());

    assertHarmless(Jsoup.parse(html.body(page)));
    assertHarmless(Jsoup.parse(feed.expectFirst("content|encoded").text()));
  }

  private static Document drawn(byte[] bytes) {
    return Jsoup.parse(new String(bytes, UTF_8));
  }

  private static void assertHarmless(Document page) {
    assertThat(page.select("iframe, object, embed, form, base, svg, math, style, noscript, frame"))
        .isEmpty();
    for (Element script : page.select("script")) {
      boolean ours = script.attr("src").startsWith("/assets/newsroom-");
      assertThat(ours || script.attr("type").equals("application/ld+json")).isTrue();
    }
    for (Element refresh : page.select("meta[http-equiv]")) {
      assertThat(refresh.attr("http-equiv")).isEqualTo("Content-Security-Policy");
    }
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey().toLowerCase(Locale.ROOT);
        assertThat(key).as(element.outerHtml()).doesNotStartWith("on").isNotEqualTo("srcdoc");
        if (List.of("href", "src", "action", "srcset").contains(key)) {
          assertThat(attribute.getValue()).matches("(?s)(https?://|/|#|mailto:).*");
        }
      }
    }
  }
}
