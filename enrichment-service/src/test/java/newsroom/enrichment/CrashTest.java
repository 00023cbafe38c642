package newsroom.enrichment;

import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import newsroom.schema.Article;
import newsroom.schema.Enriched;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Enrichment that dies in the middle: no story without its links, none told twice with different
/// ones.
class CrashTest {

  private static final int STORIES = 600;

  @TempDir Path folder;

  private final Instant now = Instant.now();
  private Press press;

  @BeforeEach
  void startKafka() {
    press = new Press();
  }

  @AfterEach
  void stop() {
    press.close();
  }

  @Test
  void aKilledInstanceLeavesNoStoryUntoldAndNoneToldInTwoWays() throws Exception {
    // Given
    var stories = stories();
    var process = startAlone(folder.resolve("one"));
    try {
      await().atMost(Press.SOON).until(() -> topicsAreThere());
      press.publish(live(dam("older", 40)));
      press.draftAll(stories);
      await().atMost(Press.SOON).until(() -> press.told().size() >= 50);
    } finally {
      // as kill -9 does
      process.destroyForcibly().waitFor();
    }

    // When the archive answers differently, and another instance takes over
    press.publish(live(dam("newer", 1)));
    try (var service = press.start(folder.resolve("two"))) {
      Press.awaitShelved(service, 2);

      // Then
      await().atMost(Press.SOON).until(() -> versions().size() == STORIES);
      assertThat(told()).allSatisfy((_, ways) -> assertThat(ways).hasSize(1));
    }
  }

  @Test
  void aBatchThatWasToldAndNotTickedOffIsNotToldAgain() throws Exception {
    // Given
    var stories = stories();
    try (var service = press.start(folder.resolve("one"))) {
      press.publish(live(dam("older", 40)));
      Press.awaitShelved(service, 1);
      press.draftAll(stories.subList(0, STORIES / 2));
      await().atMost(Press.SOON).until(() -> versions().size() == STORIES / 2);
    }

    // When it died before it could say that the batch is finished
    rewind();
    press.publish(live(dam("newer", 1)));
    press.draftAll(stories.subList(STORIES / 2, STORIES));
    try (var service = press.start(folder.resolve("one"))) {
      Press.awaitShelved(service, 2);
      await().atMost(Press.SOON).until(() -> versions().size() == STORIES);
    }

    // Then
    assertThat(press.told().stream().filter(it -> it.getRevision() == 0)).hasSize(STORIES);
    assertThat(told()).allSatisfy((_, ways) -> assertThat(ways).hasSize(1));
  }

  private void rewind() {
    var start =
        IntStream.range(0, 2)
            .mapToObj(i -> new TopicPartition(ArticleTopics.DRAFTED, i))
            .collect(Collectors.toMap(it -> it, _ -> new OffsetAndMetadata(0)));
    press
        .kafka()
        .doWithAdmin(
            admin -> {
              try {
                admin
                    .alterConsumerGroupOffsets("enrichment", start)
                    .all()
                    .get(10, TimeUnit.SECONDS);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private boolean topicsAreThere() {
    var names = new ArrayList<String>();
    press
        .kafka()
        .doWithAdmin(
            admin -> {
              try {
                names.addAll(admin.listTopics().names().get(10, TimeUnit.SECONDS));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    return names.contains(ArticleTopics.PUBLISHED) && names.contains(ArticleTopics.DRAFTED);
  }

  private Process startAlone(Path folder) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var command =
        Stream.of(
            java,
            "-Xmx400m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            EnrichmentService.class.getName());
    return new ProcessBuilder(Stream.concat(command, Stream.of(press.arguments(folder))).toList())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolveSibling("alone.log").toFile())
        .start();
  }

  /// By version and revision, the ways in which it was told.
  private Map<String, List<String>> told() {
    return press.told().stream()
        .collect(
            Collectors.groupingBy(
                it -> it.getUri() + " " + it.getVersion() + " " + it.getRevision(),
                Collectors.mapping(
                    CrashTest::links,
                    Collectors.collectingAndThen(Collectors.toSet(), ways -> List.copyOf(ways)))));
  }

  private Map<CharSequence, Long> versions() {
    return press.told().stream()
        .collect(Collectors.groupingBy(it -> it.getUri().toString(), Collectors.counting()));
  }

  private static String links(Enriched event) {
    return event.getRelated().toString();
  }

  private Article dam(String name, int hours) {
    return aged(name, "Crack found in Torrevale dam, " + name, Copy.DAM, hours);
  }

  private List<Article> stories() {
    return IntStream.range(0, STORIES)
        .mapToObj(
            i ->
                aged(
                    "valley" + i,
                    "Valley " + i + " below Torrevale dam is emptied",
                    Copy.VALLEY + "House " + i + " stayed empty.",
                    2))
        .toList();
  }

  private Article aged(String name, String headline, String text, int hours) {
    return article(name, headline, text)
        .setVersionCreated(now.minus(Duration.ofHours(hours)))
        .build();
  }
}
