package newsroom.enrichment;

import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.gone;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import newsroom.enrichment.morgue.Morgue;
import newsroom.schema.Article;
import newsroom.schema.StoryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// From when to when a story can be linked.
class LinkableTest {

  @TempDir Path folder;

  private final Article dam = article("dam", "Crack found in Torrevale dam", Copy.DAM).build();
  private final Article valley =
      article("valley", "Valley below Torrevale dam is emptied", Copy.VALLEY)
          .setVersionCreated(NOON.plus(Duration.ofHours(5)))
          .build();

  private Press press;
  private ConfigurableApplicationContext service;

  @BeforeEach
  void start() throws Exception {
    press = new Press();
    service = press.start(folder);
    press.publish(live(dam));
    Press.awaitShelved(service, 1);
  }

  @AfterEach
  void stop() {
    service.close();
    press.close();
  }

  @Test
  void aStoryIsLinkableASecondAfterItIsLive() throws Exception {
    var morgue = service.getBean(Morgue.class);
    for (int i = 0; i < 5; i++) {
      // Given
      int before = morgue.documents();

      // When
      press.publish(live(article("one" + i, "Crack number " + i, Copy.DAM).build()));

      // Then
      await()
          .pollInterval(Duration.ofMillis(10))
          .atMost(Duration.ofSeconds(1))
          .until(() -> morgue.documents() == before + 1);
    }
  }

  @Test
  void aKilledTargetIsNoCandidateAnyMore() throws Exception {
    // Given
    press.draft(valley);
    assertThat(press.told(valley, 1).getFirst().getRelated())
        .extracting(link -> link.getUri().toString())
        .containsExactly(uri("dam"));

    // When
    press.publish(gone(dam, StoryState.KILLED));
    Press.awaitShelved(service, 0);
    var second = Article.newBuilder(valley).setVersion(2).build();
    press.draft(second);

    // Then
    await()
        .atMost(Press.SOON)
        .until(() -> press.of(valley).stream().anyMatch(event -> event.getVersion() == 2));
    assertThat(press.of(valley))
        .filteredOn(event -> event.getVersion() == 2)
        .allSatisfy(event -> assertThat(event.getRelated()).isEmpty());
  }
}
