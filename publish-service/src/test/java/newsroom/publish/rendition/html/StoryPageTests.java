package newsroom.publish.rendition.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Story;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryPageTests {

  private final Html html = new Html();
  private final String source = new String(html.story(Fiction.page(), Fiction.SITE), UTF_8);
  private final Document page = Jsoup.parse(source);

  @Test
  void tellsWhereWhatWhoAndWhen() {
    assertThat(page.title())
        .isEqualTo("First ferry in 40 days reaches Marrow Island | The National Desk");
    assertThat(page.select("article .where").text()).isEqualTo("World News Marrow Island");
    assertThat(page.select("h1").text()).isEqualTo("First ferry in 40 days reaches Marrow Island");
    assertThat(page.select("article header .summary").text()).startsWith("Two hundred islanders");
    assertThat(page.select(".byline").text()).isEqualTo("By Tove Lund and Per Aas");
    assertThat(page.expectFirst(".times").text())
        .isEqualTo("Posted 3:05 PM, Nov 22, 2026 and last updated 4:10 PM, Nov 22, 2026");
    assertThat(page.select(".meta time").eachAttr("datetime"))
        .containsExactly("2026-11-22T15:05:00-05:00", "2026-11-22T16:10:00-05:00");
  }

  @Test
  void showsTheLeadPictureWithCaptionAndCredit() {
    Element figure = page.expectFirst("article > figure");

    assertThat(figure.select("img").attr("src"))
        .isEqualTo("https://pictures.example.com/lead-1600.jpg");
    assertThat(figure.select("img").attr("alt")).isEqualTo("A white ferry beside a wooden pier");
    assertThat(figure.select("img").attr("srcset")).contains("lead-800.jpg 800w");
    assertThat(figure.select("figcaption").text())
        .isEqualTo("The ferry Aurora at the pier Ida Berg/Northwire");
  }

  @Test
  void printsPromosBetweenParagraphsAsLabelAndHeadline() {
    Element promo = page.expectFirst(".body > p:contains(We saw the lights) + p");

    assertThat(promo.text())
        .isEqualTo("ADDITIONAL REPORTING | Engineers question the island's new pier");
    assertThat(promo.select("a").attr("href")).isEqualTo("/world/2026/11/21/pier");
    assertThat(page.select(".body .promo").eachText())
        .containsExactly(
            "ADDITIONAL REPORTING | Engineers question the island's new pier",
            "IN CASE YOU MISSED IT | How Marrow Island lived 40 days without a ship",
            "READ MORE | The ferry's own page");
  }

  @Test
  void printsEveryKindOfBlock() {
    assertThat(page.expectFirst(".body > p").text())
        .isEqualTo("MARROW ISLAND (Northwire) — The Aurora came in at dawn, R&R crews aboard.");
    assertThat(page.select(".body > p em").text()).isEqualTo("Aurora");
    assertThat(page.select(".body h2").text()).isEqualTo("Forty days");
    assertThat(page.select(".body blockquote").text())
        .isEqualTo("Nobody here will forget it. — Per Aas, baker");
    assertThat(page.select(".body ul > li").eachText()).containsExactly("Bread", "Mail", "Diesel");
    assertThat(page.select(".body ol > li").eachText()).containsExactly("Islanders", "Cars");
    assertThat(page.select(".body caption").text()).isEqualTo("Trips a day");
    assertThat(page.select(".body th").eachText()).containsExactly("Month", "Trips");
    assertThat(page.select(".body td").eachText())
        .containsExactly("November", "3", "December", "5");
    assertThat(page.select(".body figure img").attr("src")).contains("second-");
    assertThat(page.select(".body .card a").attr("href"))
        .isEqualTo("https://www.video.example.com/watch?v=1");
    assertThat(page.select(".body .card").text()).isEqualTo("Video: the landing video.example.com");
  }

  @Test
  void saysWhatWasCorrectedAndWhoseItIs() {
    assertThat(page.select(".correction").text())
        .isEqualTo(
            "Correction An earlier version misstated the number of passengers."
                + " Corrected 4:10 PM, Nov 22, 2026");
    assertThat(page.select(".rights p").eachText())
        .containsExactly("Northwire", "© 2026 Northwire. All rights reserved.", "Not for resale.");
  }

  @Test
  void aCorrectionWithoutANoteSaysSoBesideTheTime() {
    Story story = Fiction.story();
    Story.Lifecycle was = story.lifecycle();
    Story bare =
        new Story(
            story.uri(),
            story.mark(),
            new Story.Lifecycle(
                was.status(), was.change(), was.firstCreated(), null, null, 2, null, null),
            story.headlines(),
            story.subjects(),
            story.rights(),
            story.pictures(),
            story.leadPicture(),
            story.body(),
            List.of(),
            story.origin());
    Masthead british =
        new Masthead(
            "leeds",
            "Leeds Daily",
            Fiction.SITE.address(),
            "en-GB",
            ZoneId.of("Europe/London"),
            "#0b5fae",
            "",
            Fiction.SITE.sections(),
            Fiction.SITE.labels());

    Document page = Jsoup.parse(new String(html.story(Fiction.page(bare), british), UTF_8));

    assertThat(page.select(".correction")).isEmpty();
    assertThat(page.expectFirst(".times").text())
        .isEqualTo("Posted 22 November 2026, 20:05 · Corrected 22 November 2026, 21:10");
  }

  @Test
  void furnitureIsInTheSitesLanguageAndRunsItsWay() {
    for (String language :
        List.of("de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "ar", "he")) {
      Masthead site =
          new Masthead(
              "x",
              "X",
              Fiction.SITE.address(),
              language,
              ZoneId.of("Europe/London"),
              "#0b5fae",
              "",
              Fiction.SITE.sections(),
              Fiction.SITE.labels());

      Document page = Jsoup.parse(new String(html.story(Fiction.page(readIn(170)), site), UTF_8));
      Document gone = Jsoup.parse(new String(html.gone(site, true), UTF_8));

      assertThat(page.select("html").attr("lang")).isEqualTo(language);
      boolean turned = List.of("ar", "he").contains(language);
      assertThat(page.select("html").attr("dir")).isEqualTo(turned ? "rtl" : "");
      assertThat(page.select("article").attr("lang")).isEqualTo("en-US");
      assertThat(page.select("article").attr("dir")).isEqualTo(turned ? "ltr" : "");
      assertThat(page.select(".meta .times"))
          .isNotEmpty()
          .allMatch(line -> line.attr("dir").equals(turned ? "auto" : ""));
      assertThat(page.select(".skip, .meta, .more h2, footer").text() + gone.select("main").text())
          .doesNotContain("Posted", "More in", "Skip", "Archive ", "no longer");
    }
  }

  private static Story readIn(int seconds) {
    Story story = Fiction.story();
    return new Story(
        story.uri(),
        story.mark(),
        story.lifecycle(),
        story.headlines(),
        story.subjects(),
        story.rights(),
        story.pictures(),
        story.leadPicture(),
        story.body(),
        story.related(),
        story.origin(),
        seconds);
  }

  @Test
  void neverPrintsTheEdNote() {
    assertThat(source).doesNotContain("hold the name");
  }

  @Test
  void describesItselfToThoseWhoShareIt() {
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://news.example.com/world/2026/11/22/island-ferry-returns");
    assertThat(property("og:type")).isEqualTo("article");
    assertThat(property("og:url")).isEqualTo(page.select("link[rel=canonical]").attr("href"));
    assertThat(property("og:image:width")).isEqualTo("1600");
    assertThat(property("og:locale")).isEqualTo("en_US");
    assertThat(property("article:published_time")).isEqualTo("2026-11-22T15:05:00-05:00");
    assertThat(property("article:modified_time")).isEqualTo("2026-11-22T16:10:00-05:00");
    assertThat(page.select("meta[name=twitter:card]").attr("content"))
        .isEqualTo("summary_large_image");
    assertThat(page.select("link[type=application/rss+xml]").eachAttr("href"))
        .containsExactly("/world/feed.xml", "/feed.xml");
  }

  @Test
  void describesItselfToSearchEngines() {
    JsonNode article =
        JsonMapper.shared().readTree(page.expectFirst("script[type=application/ld+json]").data());

    assertThat(article.path("@type").asString()).isEqualTo("NewsArticle");
    assertThat(article.path("image").size()).isEqualTo(2);
    assertThat(article.path("datePublished").asString()).isEqualTo("2026-11-22T15:05:00-05:00");
    assertThat(article.path("author").path(1).path("name").asString()).isEqualTo("Per Aas");
    assertThat(article.path("publisher").path("logo").path("url").asString())
        .startsWith("https://news.example.com/assets/logo-");
    assertThat(article.path("isAccessibleForFree").asBoolean()).isTrue();
    assertThat(article.path("articleSection").asString()).isEqualTo("World News");
  }

  @Test
  void aStoryWithoutAPictureIsSharedWithTheSitesCard() {
    Page brief = Fiction.brief(7, Fiction.SPORTS, Fiction.POSTED, 5);
    Document page = Jsoup.parse(new String(html.story(brief, Fiction.SITE), UTF_8));

    assertThat(page.select("article > figure")).isEmpty();
    assertThat(page.select("meta[property=og:image]").attr("content"))
        .startsWith("https://news.example.com/assets/card-");
    assertThat(page.expectFirst(".times").text()).isEqualTo("Posted 3:05 PM, Nov 22, 2026");
  }

  @Test
  void saysHowLongReadingTakesInTheSitesLanguage() {
    assertThat(page.select(".reading")).isEmpty();
    assertThat(ReadingTime.of(170, "en-US")).isEqualTo("3 min read");
    assertThat(ReadingTime.of(20, "de")).isEqualTo("1 Min. Lesezeit");
    assertThat(ReadingTime.of(170, "tlh")).isNull();
    assertThat(ReadingTime.of(null, "en")).isNull();
  }

  @Test
  void drawsTheSameBytesEachTime() {
    assertThat(new Html().story(Fiction.page(), Fiction.SITE))
        .isEqualTo(html.story(Fiction.page(), Fiction.SITE));
  }

  private String property(String name) {
    return page.select("meta[property=" + name + "]").attr("content");
  }
}
