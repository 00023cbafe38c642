package newsroom.ingest.language;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the language of a story by its groups of letters, where there is text enough and little
/// doubt. The same text always gives the same answer.
@Component
public class Languages {

  /// Fewer letters tell too little: a headline alone never does.
  private static final int LETTERS = 80;

  private static final int READ = 1_000;
  private static final double SURE = 0.95;
  /// Nothing that anybody wrote in a language: markup, addresses, packed bytes.
  private static final Pattern MARKUP =
      Pattern.compile("<[^>]*>|&\\w+;|https?://\\S+|(?<![\\w+/=])[\\w+/=]{40,}");

  /// What agencies write in. Each more costs memory, and those that are hardly ever written are
  /// taken for their neighbours.
  private static final List<LdLocale> WRITTEN =
      Stream.of(
              "en de fr es it pt nl da sv no fi is et lv lt pl cs sk hu ro bg hr sr sl mk sq el tr",
              "ru uk be ar fa he hi bn ur ta ja ko zh-CN zh-TW id vi th ca eu gl cy ga mt sw af")
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .map(LdLocale::fromString)
          .toList();

  /// The profiles of the languages are read when the first story needs them, and stay.
  private static final class Detector {
    static final LanguageDetector ALL = load();

    private static LanguageDetector load() {
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readBuiltIn(WRITTEN))
            .minimalConfidence(SURE)
            .shortTextAlgorithm(0)
            .seed(1)
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The language of the story, BCP 47; null where its text does not tell.
  public @Nullable String of(Copy copy) {
    var text = new StringBuilder(READ);
    add(text, copy.headlines().headline());
    add(text, copy.headlines().summary());
    for (var block : copy.body()) {
      switch (block) {
        case Block.Paragraph(var markup) -> add(text, markup);
        case Block.Heading(_, var markup) -> add(text, markup);
        case Block.Quote(var paragraphs, _) -> paragraphs.forEach(it -> add(text, it));
        case Block.Listing(_, var items) -> items.forEach(it -> add(text, it));
        default -> {
          // tables are names and numbers; the rest has no text of its own
        }
      }
      if (text.length() >= READ) {
        break;
      }
    }
    return of(text.toString());
  }

  /// The language of a text, BCP 47; null where it does not tell.
  public @Nullable String of(String text) {
    if (text.codePoints().filter(Character::isLetter).limit(LETTERS).count() < LETTERS) {
      return null;
    }
    var likely = Detector.ALL.getProbabilities(text);
    return likely.isEmpty() ? null : likely.getFirst().getLocale().toString();
  }

  private static void add(StringBuilder text, @Nullable String part) {
    if (part != null && text.length() < READ) {
      var end = Math.min(part.length(), READ);
      text.append(MARKUP.matcher(part.substring(0, end)).replaceAll(" ")).append('\n');
    }
  }
}
