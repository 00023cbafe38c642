package newsroom.enrichment.vocabulary;

import static newsroom.enrichment.Copy.article;
import static org.assertj.core.api.Assertions.assertThat;

import newsroom.enrichment.story.Stories;
import newsroom.enrichment.story.Story;
import org.junit.jupiter.api.Test;

class LastWordsTest {

  private final LastWords last = new LastWords();
  private int read;

  @Test
  void aTextThatWasReadAMomentAgoIsNotReadAgain() {
    var first = words(story("Dam holds", "en"));
    var second = words(story("Dam holds", "en"));

    assertThat(second).isSameAs(first);
    assertThat(read).isEqualTo(1);
  }

  @Test
  void whatDiffersInATextOrItsLanguageIsReadByItself() {
    words(story("Dam holds", "en"));
    words(story("Dam breaks", "en"));
    words(story("Dam holds", "de"));

    assertThat(read).isEqualTo(3);
  }

  private Words words(Story story) {
    return last.of(
        story,
        _ -> {
          read++;
          return Words.of(story);
        });
  }

  private static Story story(String headline, String language) {
    return Stories.of(article("dam", headline, "The text.").setLanguage(language).build());
  }
}
