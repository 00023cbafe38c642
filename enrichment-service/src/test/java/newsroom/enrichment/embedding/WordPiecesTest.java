package newsroom.enrichment.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

  private static final String KNOWN =
      """
      {"model": {"vocab": {
        "[UNK]": 100, "[CLS]": 101, "[SEP]": 102,
        "dam": 1, "##med": 2, "crack": 3, "##s": 4, "'": 5, "-": 6, "$": 7, "cafe": 8}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Dam cracks             | 101 1 3 4 102",
        "DAMMED                 | 101 1 2 102",
        "dam's $dam-crack       | 101 1 5 100 7 1 6 3 102",
        "Café                   | 101 8 102",
        "reservoir dam          | 101 100 1 102",
        "``                     | 101 102",
      })
  void wordsAreCutIntoKnownPieces(String text, String ids) {
    var pieces =
        WordPieces.of(new ByteArrayInputStream(KNOWN.getBytes(StandardCharsets.UTF_8))).of(text);

    assertThat(pieces)
        .containsExactly(
            Pattern.compile(" ").splitAsStream(ids).mapToLong(Long::parseLong).toArray());
  }
}
