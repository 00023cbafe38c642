package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.rendition.Fiction;
import newsroom.publish.rendition.html.HostileStory;
import newsroom.publish.rendition.html.Html;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/// Every page of a site of hostile stories in a real browser: nothing may run, nothing may be
/// fetched. A site without our care shows first that the browser would tell.
class HostilePagesTests {

  private static final Path FOLDER = Path.of("target", "judged", "hostile").toAbsolutePath();

  @Test
  void nothingRunsAndNothingIsFetched() throws IOException {
    // Given
    Tools.need("node", "chromium");
    var site = FOLDER.resolve("site");
    write(site);

    // When
    var said = browse(site);

    // Then
    assertThat(said.words()).endsWith(" 0 findings\n");
    assertThat(said.status()).isZero();
    assertThat(Tools.files(site, ".html")).hasSizeGreaterThan(2 * HostileStory.corpus().size());
  }

  @Test
  void theBrowserTellsWhatRunsOnCarelessPages() throws IOException {
    // Given
    Tools.need("node", "chromium");
    var careless = FOLDER.resolve("careless");
    int number = 0;
    for (var text : HostileStory.corpus()) {
      var page = "<!doctype html><title>x</title><body><p>" + text + "<p title=\"" + text + "\">x";
      write(careless, "%d/index.html".formatted(number++), page);
    }

    // When
    var said = browse(careless);

    // Then
    assertThat(said.words().lines().filter(it -> it.contains(": dialog 1")).count())
        .isGreaterThan(30);
    assertThat(said.words()).contains("evil.example.com");
  }

  private static Tools.Said browse(Path site) {
    var chromium = String.valueOf(Tools.path("chromium"));
    return Tools.run(
        List.of(
            "node",
            "browser.mjs",
            site.toString(),
            chromium,
            "p.example.com",
            "a.example.com",
            "pictures.example.com"),
        List.of());
  }

  private static void write(Path folder) throws IOException {
    var bench = new Bench(Clock.fixed(Fiction.POSTED.plusSeconds(9_000), ZoneOffset.UTC));
    var shelf = new LedgerShelf();
    bench.watch(shelf);
    int number = 0;
    try (Destination site = bench.open(folder, Fiction.SITE, shelf)) {
      for (var text : HostileStory.corpus()) {
        var page = HostileStory.page(text, ++number);
        var show = new Dispatch.Show("show " + number, page, true);
        shelf.settle(show, site.carry(List.of(show)).getFirst());
        write(
            folder, "reader/%d.html".formatted(number), "<!doctype html>" + new Html().body(page));
      }
      int all = number;
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> stories(folder.resolve("sitemap-1.xml")) == all);
    }
    readers(folder);
  }

  private static int stories(Path sitemap) throws IOException {
    return Files.exists(sitemap) ? Files.readString(sitemap).split("<loc>", -1).length - 1 : 0;
  }

  /// What feed readers make pages of.
  private static void readers(Path folder) throws IOException {
    var rss = Jsoup.parse(Files.readString(folder.resolve("feed.xml")), "", Parser.xmlParser());
    var atom = Jsoup.parse(Files.readString(folder.resolve("atom.xml")), "", Parser.xmlParser());
    var texts = rss.getElementsByTag("content:encoded").eachText();
    texts.addAll(atom.select("content[type=html]").eachText());
    assertThat(texts).hasSize(60);
    for (int index = 0; index < texts.size(); index++) {
      write(folder, "reader/feed-%d.html".formatted(index), "<!doctype html>" + texts.get(index));
    }
  }

  private static void write(Path folder, String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.replace('\uD800', '?').replace('\uDC00', '?').getBytes(UTF_8));
  }
}
