package newsroom.publish.destination.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.destination.Pages;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sections, topics, authors, archive and sitemaps of a site with many stories.
class ListsTests {

  private static final Clock CLOCK =
      Clock.fixed(Pages.MADE.plus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final String TOPIC = "topic/lighthouse/";

  @TempDir Path folder;

  private final LedgerShelf shelf = new LedgerShelf();
  private Destination site;

  @BeforeEach
  void open() {
    var bench = new Bench(CLOCK);
    bench.watch(shelf);
    site = bench.open(folder, Pages.MASTHEAD, shelf);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aLongListHasPagesNumberedFromTheOldestStory() {
    // When
    show(1, 100);
    until(() -> read(TOPIC + "index.html").contains("Lighthouse 100 "));

    // Then
    assertThat(stories(TOPIC + "index.html")).isEqualTo(range(61, 100));
    assertThat(stories(TOPIC + "page/2/index.html")).isEqualTo(range(31, 60));
    assertThat(stories(TOPIC + "page/1/index.html")).isEqualTo(range(1, 30));
    assertThat(read(TOPIC + "index.html"))
        .contains("rel=\"next\" href=\"http://harbor.test/topic/lighthouse/page/2/\"")
        .doesNotContain("rel=\"prev\"");
    assertThat(read(TOPIC + "page/2/index.html"))
        .contains("rel=\"prev\" href=\"http://harbor.test/topic/lighthouse/\"")
        .contains("rel=\"next\" href=\"http://harbor.test/topic/lighthouse/page/1/\"")
        .contains("rel=\"canonical\" href=\"http://harbor.test/topic/lighthouse/page/2/\"")
        .contains("<title>Lighthouse, page 2 | Harbor Daily</title>");
    assertThat(read("world/page/1/index.html")).contains("World News");
    assertThat(read("author/ida-fjord/page/1/index.html")).contains("Ida Fjord");
    assertThat(read("archive/2026/11/20/page/1/index.html")).contains("November 20, 2026");
  }

  @Test
  void oneStoryMoreChangesAHandfulOfFilesHoweverManyThereAre() {
    // Given
    show(1, 400);
    until(() -> read(TOPIC + "index.html").contains("Lighthouse 400 "));
    until(() -> read("sitemap-1.xml").contains("-00000190/"));
    var before = times();

    // When
    show(401, 401);
    until(
        () ->
            List.of(TOPIC, "world/", "author/ida-fjord/", "archive/2026/11/20/").stream()
                    .allMatch(list -> read(list + "index.html").contains("Lighthouse 401 "))
                && read("sitemap-1.xml").contains("-00000191/")
                && read("news-sitemap.xml").contains("-00000191/"));

    // Then
    var after = times();
    var changed =
        after.keySet().stream()
            .filter(it -> !Objects.equals(after.get(it), before.get(it)))
            .toList();
    assertThat(changed).hasSizeLessThan(20).noneMatch(path -> path.contains("/page/"));
    assertThat(after.size()).isGreaterThan(450);
  }

  @Test
  void aStoryThatIsTakenDownLeavesItsPagesAndNoOtherChanges() {
    // Given
    show(1, 70);
    until(() -> read(TOPIC + "page/1/index.html").contains("Lighthouse 5 "));
    until(() -> read(TOPIC + "index.html").contains("Lighthouse 70 "));

    // When
    down(5);
    until(() -> !read(TOPIC + "page/1/index.html").contains("Lighthouse 5 "));

    // Then
    assertThat(stories(TOPIC + "page/1/index.html")).hasSize(29);
    assertThat(stories(TOPIC + "index.html")).isEqualTo(range(31, 70));
    until(() -> read("atom.xml").contains("deleted-entry"));
    assertThat(read("atom.xml")).contains("ref=\"" + Pages.uri(5) + "\"").contains(">killed<");
  }

  @Test
  void whatIsEmptyIsThereNoLonger() {
    // Given
    show(1, 70);
    until(() -> read(TOPIC + "index.html").contains("Lighthouse 70 "));
    until(() -> read(TOPIC + "page/1/index.html").contains("Lighthouse 30 "));

    // When
    IntStream.rangeClosed(1, 30).forEach(this::down);
    until(() -> !Files.exists(folder.resolve(TOPIC + "page/1/index.html")));
    until(() -> !read(TOPIC + "index.html").contains("rel=\"next\""));

    // When
    IntStream.rangeClosed(31, 70).forEach(this::down);

    // Then
    until(() -> !Files.exists(folder.resolve("topic/lighthouse")));
    until(() -> !Files.exists(folder.resolve("archive/2026")));
    until(() -> read("archive/index.html").contains("Archive"));
    until(() -> read("world/index.html").contains("No stories in World News yet"));
  }

  @Test
  void aCorrectedHeadlineIsTakenOverByEachListAndATopicThatWentLosesTheStory() {
    // Given
    show(1, 3);
    until(() -> read(TOPIC + "index.html").contains("Lighthouse 3 "));

    // When
    var page = Pages.page(2, 2);
    var story = page.story();
    var subjects = story.subjects();
    var told =
        new Story(
            story.uri(),
            story.mark(),
            story.lifecycle(),
            story.headlines(),
            new Story.Subjects(
                null,
                subjects.subjects(),
                subjects.places(),
                subjects.people(),
                subjects.organisations(),
                List.of("Rails & Ropes")),
            story.rights(),
            story.pictures(),
            null,
            story.body(),
            List.of(),
            story.origin());
    carry(
        new Dispatch.Show(
            "again",
            new Page(
                told, page.address(), page.section(), page.posted(), page.updated(), List.of()),
            false));

    // Then
    until(
        () ->
            read("topic/rails-and-ropes/index.html")
                .contains("Lighthouse 2 moves inland, report 2"));
    until(() -> !read(TOPIC + "index.html").contains("Lighthouse 2 "));
    assertThat(read("world/index.html"))
        .contains("report 2")
        .doesNotContain("Lighthouse 2 moves inland, report 1");
  }

  @Test
  void theArchiveLeadsFromYearsToDays() {
    // When
    show(1, 2);
    until(() -> read("archive/2026/11/index.html").contains("<span>2</span>"));

    // Then
    assertThat(read("archive/index.html")).contains("href=\"/archive/2026/\"");
    assertThat(read("archive/2026/index.html")).contains("href=\"/archive/2026/11/\">November<");
    assertThat(read("archive/2026/11/index.html"))
        .contains("href=\"/archive/2026/11/20/\">November 20, 2026<");
  }

  @Test
  void newsOfTwoDaysHasAnIndexOnceItIsMoreThanAThousand() {
    // When
    show(1, 1_100);
    until(() -> read("news-sitemap.xml").contains("<sitemapindex"));
    until(() -> read("sitemap.xml").contains("sitemap-2.xml"));

    // Then
    until(() -> urls("news-sitemap-1.xml") == 1_000 && urls("news-sitemap-2.xml") == 100);
    assertThat(urls("sitemap-1.xml") + urls("sitemap-2.xml")).isEqualTo(1_100);
  }

  private void show(int first, int last) {
    var shows = new ArrayList<Dispatch>();
    for (int number = first; number <= last; number++) {
      shows.add(Pages.show(number, 1));
    }
    carry(shows.toArray(Dispatch[]::new));
  }

  private void down(int number) {
    carry(Pages.takeDown(number, 2, true));
  }

  private void carry(Dispatch... dispatches) {
    var said = site.carry(List.of(dispatches));
    for (int index = 0; index < dispatches.length; index++) {
      shelf.settle(dispatches[index], said.get(index));
    }
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(40)).until(condition);
  }

  private List<Integer> stories(String path) {
    var numbers = new ArrayList<Integer>();
    var matcher = java.util.regex.Pattern.compile("Lighthouse (\\d+) moves").matcher(read(path));
    while (matcher.find()) {
      numbers.add(Integer.parseInt(matcher.group(1)));
    }
    return numbers.stream().distinct().sorted().toList();
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private int urls(String path) {
    return read(path).split("<loc>", -1).length - 1;
  }

  private String read(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      return "";
    }
  }

  private Map<String, FileTime> times() {
    try (var files = Files.walk(folder)) {
      var times = new TreeMap<String, FileTime>();
      for (var file : files.filter(Files::isRegularFile).toList()) {
        times.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
      return times;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
