package newsroom.enrichment.enricher.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newsroom.enrichment.story.Block;
import newsroom.enrichment.story.Block.Kind;
import org.jspecify.annotations.Nullable;

/// Where in a body promos may stand: between two paragraphs, early enough to be read, never so
/// early that the story has not begun.
final class Places {

  /// A brief carries no promo.
  private static final int BRIEF = 2;

  private static final int FIRST = 3;
  private static final int SECOND = 7;
  private static final int LONG = 7;

  /// Paragraphs between two promos.
  private static final int APART = 2;

  private Places() {}

  /// A gap between two blocks.
  ///
  /// @param paragraph how many paragraphs stand before it
  private record Gap(int afterBlock, int paragraph) {}

  /// At most two blocks, in reading order, after which a promo may stand.
  static List<Integer> of(List<Block> body) {
    int paragraphs = (int) body.stream().filter(b -> b.kind() == Kind.PARAGRAPH).count();
    if (paragraphs <= BRIEF) {
      return List.of();
    }
    var places = new ArrayList<Integer>();
    int next = BRIEF;
    for (int wish : wishes(paragraphs)) {
      var gap = nearest(gaps(body, next), wish);
      if (gap != null) {
        places.add(gap.afterBlock());
        next = gap.paragraph() + APART;
      }
    }
    return places;
  }

  private static List<Integer> wishes(int paragraphs) {
    int first = paragraphs < LONG ? BRIEF : FIRST;
    int second = Math.min(SECOND, Math.max(first + APART, paragraphs - APART));
    return List.of(first, second);
  }

  private static List<Gap> gaps(List<Block> body, int fromParagraph) {
    var gaps = new ArrayList<Gap>();
    int paragraph = 0;
    for (int i = 0; i < body.size() - 1; i++) {
      if (body.get(i).kind() == Kind.PARAGRAPH) {
        paragraph++;
        if (paragraph >= fromParagraph && isGap(body.get(i), body.get(i + 1))) {
          gaps.add(new Gap(i, paragraph));
        }
      }
    }
    return gaps;
  }

  /// A paragraph that ends in a colon belongs to what follows it; a heading opens something new.
  private static boolean isGap(Block before, Block after) {
    return (after.kind() == Kind.PARAGRAPH || after.kind() == Kind.HEADING)
        && !before.text().endsWith(":");
  }

  private static @Nullable Gap nearest(List<Gap> gaps, int wish) {
    return gaps.stream()
        .min(Comparator.comparingInt(gap -> Math.abs(gap.paragraph() - wish)))
        .orElse(null);
  }
}
