package newsroom.enrichment.morgue;

import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.schema.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest extends CabinetContract {

  /// More than are looked for at all.
  private static final int LONG_AGO = 250;

  private static final int MANY = 100;

  @TempDir Path folder;

  @Override
  Cabinet empty() throws IOException {
    return again();
  }

  @Override
  Cabinet again() throws IOException {
    return Index.open(folder, Embeddings.none());
  }

  @Test
  void theNewsOfTheDayFindsItsPlaceAmongAllThatWasSaidLongAgo() throws IOException {
    try (var shelf = new Shelf(folder.resolve("full"))) {
      // Given
      var events = new ArrayList<Published>();
      for (int i = 0; i < LONG_AGO; i++) {
        events.add(story("old-" + i, "Torrevale " + i, "Torrevale Torrevale.", 300));
      }
      events.add(story("fresh", "Choir wins", "Singers came home to Torrevale by bus.", 1));

      // When
      shelf.putAll(events);

      // Then
      assertThat(shelf.headlines("Torrevale")).hasSize(10).endsWith("Choir wins");
    }
  }

  @Test
  void aLanguageIsFoundThatNobodyAskedForBeforeSomethingWasTakenOut() throws IOException {
    try (var shelf = new Shelf(folder.resolve("two"))) {
      // Given: a large part of the index with little taken out of it is opened anew at each change
      var events = new ArrayList<Published>();
      for (int i = 0; i < MANY; i++) {
        events.add(story("bridge-" + i, "Bridge " + i, "The bridge opens in Torrevale.", 3));
      }
      events.add(
          live(
              article("hafen", "Hafen wird vertieft", "Der Hafen wird vertieft.")
                  .setLanguage("de")
                  .build()));
      shelf.putAll(events);
      shelf.tombstone(uri("bridge-1"));
      assertThat(shelf.headlines("Torrevale")).hasSize(10);

      // When
      shelf.tombstone(uri("bridge-2"));

      // Then
      assertThat(shelf.headlines("Hafen", "de")).containsExactly("Hafen wird vertieft");
    }
  }

  private static Published story(String name, String headline, String text, int daysAgo) {
    var then = NOON.minus(daysAgo, ChronoUnit.DAYS);
    return live(article(name, headline, text).setVersionCreated(then).build());
  }
}
