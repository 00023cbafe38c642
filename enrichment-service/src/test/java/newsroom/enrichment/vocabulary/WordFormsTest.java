package newsroom.enrichment.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsroom.enrichment.story.Block;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The U.S. senator's aides weren't running, said the Senator at 3.14 p.m. — AT&T's runners ran.
          de | Die Häuser am Fluß, das Haus der Bürgermeisterin: 1.234,5 Millionen für Brücken und Brückenbau.
          fr | L'avion d'Air France n'était pas là ; aujourd'hui, les avions étaient à l'heure.
          it | Dell'acqua nell'aria: l'amico c'è, gli amici d'Italia ci sono.
          es | Las elecciones españolas: los electores eligieron, según la elección del año.
          nl | De burgemeesters en burgemeester's auto's reden naar 's-Hertogenbosch.
          pt | As eleições e a eleição: os eleitores não elegeram ninguém, disse-lhe.
          ja | 東京で会議があった。Tokyo 2026 の会議。
          ar | قال الرئيس إن الانتخابات ستجرى في موعدها.
          """)
  void aTextBecomesTheWordsThatItsLanguagesOwnAnalyzerMakesOfIt(String code, String text)
      throws IOException {
    var language = new Language(code);

    assertThat(counted(language, text)).isEqualTo(analyzed(language, text));
    // the second time from memory
    assertThat(counted(language, text)).isEqualTo(analyzed(language, text));
  }

  @ParameterizedTest
  @CsvSource({"en", "de", "und"})
  void moreWordsThanAreRememberedAreReadRightAllTheSame(String code) throws IOException {
    var language = new Language(code);
    var words = new ArrayList<String>();
    for (int i = 0; i < 100_000; i++) {
      words.add(Integer.toString(i % 60_000, 36) + "ings");
    }
    var text = String.join(" ", words);

    assertThat(counted(language, text)).isEqualTo(analyzed(language, text));
  }

  private static Map<BytesRef, Integer> counted(Language language, String text) {
    var story =
        new Story(
            "story",
            new Mark(1, Instant.EPOCH, 0),
            language.code(),
            new Story.Heading("", ""),
            List.of(new Block(Block.Kind.PARAGRAPH, text)),
            "",
            Instant.EPOCH);
    var counted = new TreeMap<BytesRef, Integer>();
    Words.of(story).counts().forEach((word, count) -> counted.put(word, count.times()));
    return counted;
  }

  private static Map<BytesRef, Integer> analyzed(Language language, String text)
      throws IOException {
    var analyzed = new TreeMap<BytesRef, Integer>();
    try (var stream = language.analyzer().tokenStream(language.all(), text)) {
      var term = stream.addAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        analyzed.merge(BytesRef.deepCopyOf(term.getBytesRef()), 1, Integer::sum);
      }
      stream.end();
    }
    return analyzed;
  }
}
