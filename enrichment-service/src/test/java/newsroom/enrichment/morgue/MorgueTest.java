package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import newsroom.enrichment.embedding.Embeddings;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MorgueTest {

  @TempDir Path folder;

  @Test
  void whoAsksAsTheIndexIsReplacedIsAnsweredByTheNewOne() throws IOException {
    // Given
    var morgue = new Morgue();
    var old = Index.open(folder.resolve("old"), Embeddings.none());
    morgue.use(old);
    var asked = new AtomicInteger();
    try (var next = Index.open(folder.resolve("next"), Embeddings.none())) {

      // When
      var answer =
          morgue.ask(
              holdings -> {
                if (asked.incrementAndGet() == 1) {
                  morgue.use(next);
                  old.close();
                  throw new AlreadyClosedException("as Lucene says it");
                }
                return holdings.holds("nobody");
              });

      // Then
      assertThat(answer).isFalse();
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void aMorgueThatClosedForGoodSaysSo() throws IOException {
    // Given
    var morgue = new Morgue();
    var index = Index.open(folder, Embeddings.none());
    morgue.use(index);

    // When
    index.close();

    // Then
    assertThatThrownBy(() -> morgue.ask(holdings -> holdings.holds("nobody")))
        .isInstanceOf(AlreadyClosedException.class);
  }
}
