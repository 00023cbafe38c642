package newsroom.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import newsroom.enrichment.OpenSearchNode;
import org.junit.jupiter.api.Test;

/// Thirty fictional stories of six running stories: a change of the ranking that forgets how to
/// find them is seen here.
class OwnSetTest {

  @Test
  void runningStoriesAreFound() throws IOException {
    var measured = Measured.of(file("corpus.jsonl"), file("queries.tsv"), file("qrels.tsv"));

    assertThat(measured.mean(Measure.NDCG)).isGreaterThan(0.95);
    // two of the queries have background only, which is not of grade 2
    assertThat(measured.mean(Measure.MRR)).isGreaterThan(0.82);
  }

  @Test
  void anOpenSearchFindsThemAsWell() throws IOException {
    // Given
    var openSearch = Optional.of(OpenSearchNode.address());

    // When
    var there =
        Measured.of(openSearch, file("corpus.jsonl"), file("queries.tsv"), file("qrels.tsv"));
    var here = Measured.of(file("corpus.jsonl"), file("queries.tsv"), file("qrels.tsv"));

    // Then
    assertThat(there.mean(Measure.NDCG)).isCloseTo(here.mean(Measure.NDCG), within(0.02));
  }

  @Test
  void theCommandPrintsEverySystemAndGroup() throws IOException {
    // When
    var said = run();

    // Then
    assertThat(said)
        .contains("31 stories", "all (17 queries)", "running (17 queries)", "MoreLikeThis")
        .contains("without age", "links of newsroom");
  }

  @Test
  void theCommandExplainsEachCandidate() throws IOException {
    assertThat(run("--explain", "dam3"))
        .startsWith("Divers reach the foot of the Torrevale dam")
        .contains("related, shares ", "Valley below Torrevale dam is emptied in the night (dam2)")
        .doesNotContain("dam4");
  }

  @Test
  void aCommandThatMakesNoSenseSaysWhatIsWrong() throws IOException {
    var out = new ByteArrayOutputStream();

    int code = EvaluateLinks.run(new PrintStream(out, true, StandardCharsets.UTF_8), "--corpus");

    assertThat(code).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("--corpus needs a value");
  }

  private static String run(String... more) throws IOException {
    var out = new ByteArrayOutputStream();
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--corpus", file("corpus.jsonl").toString()));
    arguments.addAll(List.of("--queries", file("queries.tsv").toString()));
    arguments.addAll(List.of("--qrels", file("qrels.tsv").toString(), "--ablation"));
    arguments.addAll(List.of(more));
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(EvaluateLinks.run(print, arguments.toArray(String[]::new))).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(OwnSetTest.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
