package newsroom.publish.destination.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationContract;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Pages;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticPagesTests extends DestinationContract {

  private static final Clock CLOCK =
      Clock.fixed(Pages.MADE.plus(Duration.ofHours(2)), ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<Destination> open = new ArrayList<>();
  private final Bench bench = new Bench(CLOCK);

  @BeforeEach
  void watch() {
    bench.watch(shelf);
  }

  @AfterEach
  void close() {
    open.forEach(Destination::close);
  }

  @Override
  protected Destination working() {
    return open(folder.resolve("site"));
  }

  @Override
  protected Destination unreachable() {
    try {
      Path file = Files.createFile(folder.resolve("file"));
      return open(file.resolve("below"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected @Nullable Destination refusing() {
    var elsewhere = newsroom.publish.rendition.Fiction.SITE;
    Destination destination = bench.open(folder.resolve("x"), elsewhere, shelf);
    open.add(destination);
    return destination;
  }

  /// All files by their paths, once the listings say what the shelf says.
  @Override
  protected Map<String, String> seen() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              List<Page> live = shelf.latest(100);
              assertThat(read("sitemap.xml")).contains("sitemap-site.xml");
              assertThat(read("sitemap-1.xml").split("<lastmod>", -1)).hasSize(live.size() + 1);
              for (Page page : live) {
                var headline = page.story().headlines().headline();
                assertThat(read("topic/lighthouse/index.html")).contains(headline);
              }
              for (Page page : live) {
                assertThat(read("feed.xml")).contains(page.story().headlines().headline());
              }
            });
    open.forEach(Destination::close);
    return files();
  }

  @Test
  void aStoryIsAPageForReadersAndOneForMachines() {
    // When
    carry(working(), Pages.show(1, 1));

    // Then
    assertThat(seen())
        .containsKeys(
            "world/2026/11/20/lighthouse-00000001/index.html",
            "world/2026/11/20/lighthouse-00000001/story.json",
            "index.html",
            "world/index.html",
            "world/latest.json",
            "news/index.html",
            "feed.xml",
            "feed.json",
            "world/feed.xml",
            "world/feed.json",
            "atom.xml",
            "world/atom.xml",
            "sitemap.xml",
            "sitemap-1.xml",
            "archive/2026/11/20/index.html",
            "topic/lighthouse/index.html",
            "author/ida-fjord/index.html",
            "news-sitemap.xml",
            "robots.txt");
    assertThat(read("index.html")).contains("Lighthouse 1 moves inland, report 1");
  }

  @Test
  void whatWasTakenDownIsGoneFromEverywhere() {
    // Given
    carry(working(), Pages.show(1, 1), Pages.show(2, 1));

    // When
    carry(working(), Pages.takeDown(1, 2, true));

    // Then
    Map<String, String> files = seen();
    String story = "world/2026/11/20/lighthouse-00000001/";
    assertThat(files)
        .containsKey(story + ".gone")
        .doesNotContainKey(story + "story.json")
        .allSatisfy((path, text) -> assertThat(text).doesNotContain("Lighthouse 1 "));
    assertThat(files.get(story + "index.html")).contains("no longer available");
  }

  @Test
  void aStoryThatComesBackIsNoLongerGone() {
    // Given
    carry(working(), Pages.show(1, 1));
    carry(working(), Pages.takeDown(1, 2, false));

    // When
    carry(working(), Pages.show(1, 3));

    // Then
    assertThat(seen())
        .doesNotContainKey("world/2026/11/20/lighthouse-00000001/.gone")
        .containsKey("world/2026/11/20/lighthouse-00000001/story.json");
  }

  @Test
  void aStoryThatTheLedgerStillHoldsLiveIsNotListedOnceItIsDown() {
    // Given
    Destination destination = working();
    carry(destination, Pages.show(1, 1), Pages.show(2, 1));
    await().until(() -> read("index.html").contains("Lighthouse 1 "));

    // When
    destination.carry(List.of(Pages.takeDown(1, 2, true)));

    // Then
    await()
        .atMost(Duration.ofSeconds(1))
        .until(() -> !(read("index.html") + read("feed.xml")).contains("Lighthouse 1 "));
  }

  @Test
  void listingsThatAreMissingAreWrittenAtTheStart() {
    // Given
    shelf.settle(Pages.show(1, 1), new Transmission.Accepted(Pages.page(1, 1).address(), null));

    // When
    working();

    // Then
    assertThat(seen()).containsKeys("index.html", "world/index.html", "sitemap.xml");
  }

  @Test
  void nothingIsLeftHalfWritten() {
    carry(working(), Pages.show(1, 1), Pages.show(1, 2), Pages.takeDown(2, 1, true));

    assertThat(seen().keySet()).noneMatch(path -> path.endsWith(".tmp"));
  }

  @Test
  void noAddressLeadsOutOfTheFolder() {
    for (String path :
        List.of(
            "/../up/",
            "/a/../../up/",
            "/%2e%2e/up",
            "/.git/x",
            "/a//b",
            "/",
            "/world",
            "/assets/x",
            "/a%00b",
            "/a%5C..%5Cb")) {
      var address = URI.create("http://harbor.test" + path);
      Page page = Pages.page(1, 1);
      Page astray = new Page(page.story(), address, page.section(), page.posted(), null, List.of());

      var outcome = working().carry(List.of(new Dispatch.Show("x", astray, true)));

      assertThat(outcome).as(path).hasOnlyElementsOfType(Transmission.Refused.class);
    }
    assertThat(folder.resolve("up")).doesNotExist();
  }

  @Test
  void aFolderMustBeGiven() {
    assertThatThrownBy(() -> bench.kind().open("harbor/pages", Pages.MASTHEAD, Map.of(), shelf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("folder is missing");
  }

  private Destination open(Path site) {
    Destination destination = bench.open(site, Pages.MASTHEAD, shelf);
    open.add(destination);
    return destination;
  }

  private String read(String path) {
    try {
      return Files.readString(folder.resolve("site").resolve(path));
    } catch (IOException e) {
      return "";
    }
  }

  private Map<String, String> files() {
    Path site = folder.resolve("site");
    try (var files = Files.walk(site)) {
      Map<String, String> texts = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = site.relativize(file).toString();
        texts.put(path, new String(Files.readAllBytes(file), UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
