package newsroom.publish.destination.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.extension.Extension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A site with stories of every kind, as tools of others see it.
class JudgedPagesTests {

  private static final Path SITE = Path.of("target", "judged", "national").toAbsolutePath();
  private static final Path ARABIC = Path.of("target", "judged", "arabic").toAbsolutePath();

  @BeforeAll
  static void write() throws IOException {
    Tools.need("node");
    var clock = Clock.fixed(Fiction.POSTED.plus(Duration.ofHours(2)), ZoneOffset.UTC);
    var bench = new Bench(clock);
    write(bench, SITE, Fiction.SITE);
    var home = Fiction.SITE;
    write(
        new Bench(clock),
        ARABIC,
        new Masthead(
            "madina",
            "أخبار المدينة",
            home.address(),
            "ar",
            home.zone(),
            home.accent(),
            "كل ساعة",
            home.sections(),
            home.labels()));
  }

  private static void write(Bench bench, Path folder, Masthead masthead) throws IOException {
    var shelf = new LedgerShelf();
    bench.watch(shelf);
    try (Destination site =
        bench.open(folder, masthead, shelf, "hub", "https://hub.example.com/")) {
      var dispatches = new ArrayList<Dispatch>();
      for (Page page : pages()) {
        dispatches.add(new Dispatch.Show("show " + dispatches.size(), page, true));
      }
      var down = pages().getLast();
      dispatches.add(
          new Dispatch.TakeDown(
              "down",
              down.story().uri(),
              down.story().mark(),
              down.address(),
              Fiction.POSTED.plusSeconds(600),
              true));
      for (Dispatch dispatch : dispatches) {
        shelf.settle(dispatch, site.carry(List.of(dispatch)).getFirst());
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  read(folder.resolve("sitemap-1.xml")).split("<loc>", -1).length == pages().size()
                      && read(folder.resolve("topic/ferry/index.html")).contains("page/1/"));
    }
  }

  private static List<Page> pages() {
    var pages = new ArrayList<Page>();
    pages.add(Fiction.page());
    for (int number = 1; number <= 75; number++) {
      pages.add(
          Fiction.brief(number, Fiction.WORLD, Fiction.POSTED.minus(Duration.ofHours(number)), 5));
    }
    pages.add(told(200, "de", "Nachtmarkt am Kai öffnet früher", "Von Ida Berg und Per Aas"));
    pages.add(told(201, "he", "המעבורת חזרה אל האי", "טובה לונד"));
    pages.add(told(202, "en-US", "A story that is taken back", "Tove Lund"));
    return pages;
  }

  private static Page told(int number, String language, String headline, String byline) {
    var page = Fiction.brief(number, Fiction.SPORTS, Fiction.POSTED, 4);
    var story = page.story();
    var headlines =
        new Story.Headlines(headline, headline + ".", null, byline, null, null, language);
    var told =
        new Story(
            story.uri(),
            story.mark(),
            story.lifecycle(),
            headlines,
            story.subjects(),
            story.rights(),
            Fiction.story().pictures(),
            "lead",
            story.body(),
            List.of(),
            story.origin());
    return new Page(told, page.address(), page.section(), page.posted(), null, List.of());
  }

  @Test
  void theNuHtmlCheckerHasNothingToSay() {
    var java = ProcessHandle.current().info().command().orElse("java");
    var jar = Tools.FOLDER.resolve("node_modules/vnu-jar/build/dist/vnu.jar").toString();
    var pages = new ArrayList<>(Tools.files(SITE, ".html"));
    pages.addAll(Tools.files(ARABIC, ".html"));

    var said = Tools.run(List.of(java, "-Xmx768m", "-Xss2m", "-jar", jar, "--errors-only"), pages);

    assertThat(said.words()).isEmpty();
    assertThat(pages).hasSizeGreaterThan(150);
  }

  @Test
  void searchEnginesAndSocialNetworksFindAllTheyAskFor() {
    var stories =
        Tools.files(SITE, "story.json").stream()
            .map(it -> it.resolveSibling("index.html"))
            .toList();

    var said = Tools.run(List.of("node", "structured.mjs"), stories);

    assertThat(said.words()).isEmpty();
    assertThat(said.status()).isZero();
  }

  @Test
  void jsonFeedsFitTheirSchema() {
    var said = Tools.run(List.of("node", "jsonfeed.mjs"), Tools.files(SITE, "feed.json"));

    assertThat(said.words()).isEmpty();
    assertThat(said.status()).isZero();
  }

  @Test
  void feedReadersReadRssAndAtom() {
    Tools.need("/usr/bin/python3");
    var feeds = new ArrayList<>(Tools.files(SITE, "feed.xml"));
    feeds.addAll(Tools.files(SITE, "atom.xml"));

    var said = Tools.run(List.of("/usr/bin/python3", "feeds.py"), feeds);

    org.junit.jupiter.api.Assumptions.assumeFalse(
        said.words().contains("No module named"), "Debian's python3-feedparser is not here");
    assertThat(said.words()).isEmpty();
    assertThat(said.status()).isZero();
  }

  @Test
  void sitemapsFitTheirSchema() {
    Tools.need("xmllint");
    var schema = Tools.FOLDER.resolve("node_modules/sitemap/schema/sitemap.xsd").toString();

    var said =
        Tools.run(
            List.of("xmllint", "--nonet", "--noout", "--schema", schema),
            List.of(SITE.resolve("sitemap-1.xml"), SITE.resolve("sitemap-site.xml")));

    assertThat(said.status()).as(said.words()).isZero();
  }

  @Test
  void aCrawlerFollowsTheSitemaps() throws Exception {
    var parser = new SiteMapParser(true);
    parser.enableExtension(Extension.NEWS);

    var index = (SiteMapIndex) parser.parseSiteMap(bytes("sitemap.xml"), url("sitemap.xml"));
    var stories = (SiteMap) parser.parseSiteMap(bytes("sitemap-1.xml"), url("sitemap-1.xml"));
    var news = (SiteMap) parser.parseSiteMap(bytes("news-sitemap.xml"), url("news-sitemap.xml"));

    assertThat(index.getSitemaps()).hasSize(2);
    assertThat(stories.getSiteMapUrls()).hasSize(pages().size() - 1);
    assertThat(news.getSiteMapUrls())
        .hasSizeBetween(48, 52)
        .allSatisfy(
            url ->
                assertThat(url.getAttributesForExtension(Extension.NEWS))
                    .singleElement()
                    .satisfies(it -> assertThat(it.isValid()).isTrue()));
  }

  private static byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(SITE.resolve(path));
  }

  private static java.net.URL url(String path) throws IOException {
    return URI.create(Fiction.SITE.address() + path).toURL();
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
