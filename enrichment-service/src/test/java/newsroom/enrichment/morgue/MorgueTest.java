package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import newsroom.enrichment.embedding.Embeddings;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MorgueTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource
  void whoAsksAsTheIndexIsReplacedIsAnsweredByTheNewOne(Exception closed) throws IOException {
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
                  fail(closed);
                }
                return holdings.holds("nobody");
              });

      // Then
      assertThat(answer).isFalse();
      assertThat(asked).hasValue(2);
    }
  }

  static List<Exception> whoAsksAsTheIndexIsReplacedIsAnsweredByTheNewOne() {
    return List.of(
        new AlreadyClosedException("as Lucene says it"),
        new IOException("OpenSearch says 404, no such index"));
  }

  private static void fail(Exception closed) throws IOException {
    if (closed instanceof IOException refused) {
      throw refused;
    }
    throw (RuntimeException) closed;
  }

  @Test
  void anAnswerThatFailsIsNotAskedForAgainOfTheSameIndex() throws IOException {
    // Given
    var morgue = new Morgue();
    var asked = new AtomicInteger();
    try (var index = Index.open(folder, Embeddings.none())) {
      morgue.use(index);

      // Then
      assertThatThrownBy(
              () ->
                  morgue.ask(
                      _ -> {
                        asked.incrementAndGet();
                        throw new IOException("no time");
                      }))
          .hasMessage("no time");
      assertThat(asked).hasValue(1);
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
