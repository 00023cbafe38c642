package newsroom.enrichment.vocabulary;

import static newsroom.enrichment.Copy.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import newsroom.enrichment.story.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzersTest {

  @ParameterizedTest
  @CsvSource({
    "sv, bilarna, bilar",
    "nb, bilene, biler",
    "da, husene, huset",
    "fi, talossa, talot",
    "ru, городами, города",
    "cs, hrady, hradu",
    "tr, evler, evlerde",
    "ar, الكتاب, كتاب",
    "hu, házak, házban"
  })
  void twoFormsOfAWordAreOneWord(String language, String form, String other) {
    assertThat(words(language, form)).isEqualTo(words(language, other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ar, إلى", "fr, dans", "sv, och", "ru, и", "da, og"})
  void smallWordsAreNone(String language, String small) {
    assertThat(words(language, small)).isEmpty();
  }

  @Test
  void textsWithoutSpacesAreCutIntoPairsOfSigns() {
    assertThat(words("ja", "東京大学")).containsExactlyInAnyOrder("東京", "京大", "大学");
  }

  private static Set<String> words(String language, String headline) {
    var article = article("one", headline, "").setLanguage(language).setLocated(null).build();
    return Words.of(Stories.of(article)).counts().keySet().stream()
        .map(word -> word.utf8ToString())
        .collect(Collectors.toSet());
  }
}
