package newsroom.enrichment.vocabulary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import newsroom.enrichment.story.Story;

/// The words of the texts that were read last. On its way through this service a story is asked for
/// its words by its links, its keywords, the archive, and the young stories that wait for links,
/// all within a second or two, and each decodes it anew.
final class LastWords {

  /// Characters of all texts together; what is kept of a text is some ten times as large.
  private static final long CHARACTERS = 1_000_000;

  private final Cache<Text, Words> words =
      Caffeine.newBuilder()
          .maximumWeight(CHARACTERS)
          .weigher((Text text, Words _) -> text.length())
          // no thread of its own for a little tidying
          .executor(Runnable::run)
          .build();

  /// What a story's words depend on.
  record Text(Language language, String headline, String text, String setting) {

    static Text of(Story story) {
      return new Text(
          Language.of(story.language()), story.headline(), story.text(), story.setting());
    }

    int length() {
      return headline.length() + text.length() + setting.length();
    }
  }

  Words of(Story story, Function<Text, Words> reading) {
    return words.get(Text.of(story), reading);
  }
}
