package newsroom.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Judged news that is no part of this project, where it lies beside it (or where the property
/// `newsroom.related` says). The floors are a little under what was measured.
class JudgedNewsTest {

  private static final Path NEWS =
      Path.of(System.getProperty("newsroom.related", "../../shared/related"));

  @BeforeEach
  void onlyWhereItIs() {
    assumeTrue(Files.isDirectory(NEWS), "there is no judged news at " + NEWS.toAbsolutePath());
  }

  @Test
  void datedNewsIsRankedAsMeasuredAndWhatIsShownIsGood() throws IOException {
    // Given
    var hand = NEWS.resolve("judged.dev40.tsv");

    // When
    var measured = measured("allsides-lite", hand);

    // Then
    assertThat(measured.mean(Measure.NDCG)).isGreaterThan(0.80);
    var read = Judgements.pairs(hand, 2);
    read.keySet().retainAll(measured.scores().answers().keySet());
    assertThat(measured.scores().precision(read).share()).isGreaterThan(0.96);
    assertThat(measured.scores().filled(read.keySet())).isGreaterThan(0.70);
  }

  @Test
  void newsWithoutDatesIsRankedAsMeasured() throws IOException {
    assertThat(measured("newsmix").mean(Measure.NDCG)).isGreaterThan(0.895);
  }

  private static Measured measured(String set, Path... read) throws IOException {
    var folder = NEWS.resolve(set);
    return Measured.of(
        folder.resolve("corpus.jsonl.gz"),
        folder.resolve("queries.dev.tsv"),
        folder.resolve("qrels.dev.tsv"),
        read);
  }
}
