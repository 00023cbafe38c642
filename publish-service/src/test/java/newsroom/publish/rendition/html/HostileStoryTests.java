package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.feed.Feeds;
import newsroom.publish.story.Block;
import newsroom.publish.story.Concept;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
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
    return List.of(
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "' onmouseover='alert(1)",
        "\" autofocus onfocus=\"alert(1)",
        "` onclick=alert(1) `",
        "javascript:alert(1)",
        "JaVaScRiPt&colon;alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href=\" java\nscript:alert(1)\">x</a>",
        "<a href=https://a.example.com onclick=alert(1)>x</a>",
        "<b onmouseover=alert(1)>x</b>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=javascript:alert(1)>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<svg><animate onbegin=alert(1) attributeName=x>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<base href=https://evil.example.com/>",
        "<form action=javascript:alert(1)><button>x",
        "<em><script>alert(1)</script></em>",
        "<em></b></em></article></main>",
        "]]><script>alert(1)</script>",
        "<scr\u0000ipt>alert(1)</script>",
        "\u2028<script>alert(1)</script>\u2029",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "${7*7} $unsafe{x} {{7*7}}");
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void nothingRunsOnTheStorysPage(String hostile) {
    Document page = drawn(html.story(page(hostile), Fiction.SITE));

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
    List<Page> pages = List.of(page(hostile), page(hostile), page(hostile));

    assertHarmless(drawn(html.front(pages, Fiction.SITE)));
    assertHarmless(drawn(html.section(Fiction.WORLD, pages, Fiction.SITE)));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void nothingRunsInAFeedReader(String hostile) {
    Page page = page(hostile);
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

  private static Page page(String x) {
    Story usual = Fiction.story();
    Picture picture =
        new Picture(
            x,
            x,
            x,
            x,
            List.of(
                new Picture.Rendition(x, x, null, 800, 450),
                new Picture.Rendition(x, "https://p.example.com/" + x, x, 400, 225),
                new Picture.Rendition("w", "https://p.example.com/w.jpg", null, 900, 500)));
    Story story =
        new Story(
            usual.uri(),
            new Mark(1, Fiction.POSTED, 0),
            new Story.Lifecycle(
                Story.Status.USABLE, Story.Change.CORRECTION, null, null, null, 1, x, x),
            new Story.Headlines(x, x, x, x, x, x, x),
            new Story.Subjects(
                new Concept(x, x, x),
                List.of(new Concept(x, x, x)),
                List.of(),
                List.of(),
                List.of(),
                List.of(x)),
            new Story.Rights(x, x, x, x),
            List.of(picture),
            x,
            blocks(x),
            List.of(),
            new Story.Origin(x, x, Fiction.POSTED, Story.Filing.DATED));
    return new Page(
        story,
        URI.create("https://news.example.com/world/hostile"),
        Fiction.WORLD,
        Fiction.POSTED,
        Fiction.POSTED,
        List.of(new Page.Promo(x, x, URI.create("https://news.example.com/world/other"), 0)));
  }

  private static List<Block> blocks(String x) {
    return List.of(
        new Block.Paragraph(x),
        new Block.Paragraph("before <em>" + x + "</em> after"),
        new Block.Heading(2, x),
        new Block.Quote(List.of(x), x),
        new Block.Listing(true, List.of(x)),
        new Block.Listing(false, List.of(x)),
        new Block.Table(x, true, List.of(List.of(x), List.of(x))),
        new Block.Figure(x),
        new Block.Embed(x, x),
        new Block.Embed("https://v.example.com/" + x, x),
        new Block.Promo(x, x, x));
  }
}
