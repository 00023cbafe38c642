package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.gone;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.StoryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchivistTest {

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() throws IOException {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @Test
  void aLiveStoryIsFindable() throws IOException {
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 1");
  }

  @Test
  void aNewerVersionTakesThePlaceOfAnOlder() throws IOException {
    shelf.put(live(version(1)));
    shelf.put(live(version(2)));

    assertThat(headlines()).containsExactly("Version 2");
  }

  @Test
  void anOlderVersionNeverTakesThePlaceOfANewer() throws IOException {
    shelf.put(live(version(2)));
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 2");
  }

  @Test
  void theNewestOfOnePollStays() throws IOException {
    shelf.put(live(version(1)), live(version(3)), live(version(2)));

    assertThat(headlines()).containsExactly("Version 3");
  }

  @Test
  void theSameVersionSaidAgainIsOneDocument() throws IOException {
    shelf.put(live(version(1)), live(version(1)));
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 1");
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "WITHDRAWN"})
  void whatIsNotLiveCannotBeFound(StoryState state) throws IOException {
    shelf.put(live(version(1)));
    shelf.put(gone(version(1), state));

    assertThat(headlines()).isEmpty();
    assertThat(shelf.morgue().documents()).isZero();
  }

  @Test
  void aTombstoneTakesTheStoryOut() throws IOException {
    shelf.put(live(version(1)));
    shelf.tombstone(uri("dam"));

    assertThat(headlines()).isEmpty();
  }

  @Test
  void aKillStandsAgainstWhatWasWrittenBeforeIt() throws IOException {
    shelf.put(gone(version(3), StoryState.KILLED));
    shelf.put(live(version(2)));

    assertThat(headlines()).isEmpty();
  }

  @Test
  void theAgencyCanReinstateAStory() throws IOException {
    shelf.put(gone(version(3), StoryState.KILLED));
    shelf.put(live(version(4)));

    assertThat(headlines()).containsExactly("Version 4");
  }

  @Test
  void aWithdrawnVersionMayComeBackAsItWas() throws IOException {
    shelf.put(live(version(1)));
    shelf.put(gone(version(1), StoryState.WITHDRAWN));
    shelf.put(live(version(1)));

    assertThat(headlines()).containsExactly("Version 1");
  }

  private static Article version(int version) {
    return article("dam", "Version " + version, DAM)
        .setVersion(version)
        .setVersionCreated(NOON.plus(Duration.ofHours(version)))
        .build();
  }

  private List<String> headlines() throws IOException {
    return shelf.headlines("Version");
  }
}
