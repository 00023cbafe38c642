package newsroom.enrichment.enricher.reading;

import static newsroom.enrichment.Copy.article;
import static org.assertj.core.api.Assertions.assertThat;

import newsroom.enrichment.enricher.Additions;
import newsroom.enrichment.story.Stories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTimeTest {

  @Test
  void englishIsReadByItsWords() {
    // 456 words at 228 a minute
    assertThat(seconds("en-US", "Water rose again. ".repeat(152))).isEqualTo(120);
  }

  @Test
  void aSlowerLanguageTakesLonger() {
    assertThat(seconds("de", "Das Wasser stieg. ".repeat(152))).isEqualTo(153);
  }

  @Test
  void chineseAndJapaneseAreReadSignBySign() {
    assertThat(seconds("zh-Hans", "水位上升。".repeat(255))).isEqualTo(240);
    assertThat(seconds("ja", "水位が上がる。".repeat(357))).isEqualTo(360);
  }

  @Test
  void numbersAndContractionsAreOneWordEach() {
    // nine words
    assertThat(seconds("en", "It's 3,400.5 metres up-river, isn't it — the well-known dam?"))
        .isEqualTo(2);
  }

  @Test
  void aTextTakesASecondAtLeastAndNoTextNone() {
    assertThat(seconds("en", "Developing.")).isEqualTo(1);
    assertThat(seconds("en", "")).isNull();
  }

  private static @Nullable Integer seconds(String language, String text) {
    var story = Stories.of(article("story", "Headline", text).setLanguage(language).build());
    Additions additions = new ReadingTime().enrich(story).additions();
    return additions.readingSeconds();
  }
}
