package newsroom.enrichment.enricher.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsroom.enrichment.story.Block;
import newsroom.enrichment.story.Block.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

  /// P paragraph, H heading, L list or quote or table, F figure, A the agency's own promo,
  /// C paragraph that ends in a colon.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "PPPPPPPPPPPP, 2 6, after the third and the seventh paragraph",
    "PPPPPPP, 2 4, earlier in a shorter story",
    "PPPPP, 1 3, earlier still",
    "PPPP, 1, one in a short story",
    "PPP, 1, never after the last block",
    "PP, '', none in a brief",
    "P, '', none in one line",
    "PPPFPPPPPPPP, 1 7, not beside a figure",
    "PPPAPPPPPPPP, 1 7, not beside a promo of the agency",
    "PPPLLPPPPPPP, 1 8, not before nor inside a list",
    "PPCPPPPPPPPP, 1 6, not after what introduces the next paragraph",
    "PPPHPPPPPPPP, 2 7, before a heading but not after it",
    "PFPFPFP, '', none where figures stand everywhere",
  })
  void promosStandBetweenParagraphs(String body, String blocks, String why) {
    var places = Places.of(body.chars().mapToObj(PlacesTest::block).toList());

    assertThat(places.stream().map(String::valueOf).toList())
        .as(why)
        .isEqualTo(blocks.isEmpty() ? List.of() : List.of(blocks.split(" ")));
  }

  @Test
  void twoPromosNeverStandTogether() {
    for (int paragraphs = 0; paragraphs < 40; paragraphs++) {
      var places = Places.of("P".repeat(paragraphs).chars().mapToObj(PlacesTest::block).toList());
      if (places.size() == 2) {
        assertThat(places.getLast()).isGreaterThanOrEqualTo(places.getFirst() + 2);
      }
      assertThat(places).allMatch(place -> place >= 1);
    }
  }

  private static Block block(int letter) {
    return switch (letter) {
      case 'P' -> new Block(Kind.PARAGRAPH, "Something happened.");
      case 'C' -> new Block(Kind.PARAGRAPH, "She said this:");
      case 'H' -> new Block(Kind.HEADING, "What next");
      case 'L' -> new Block(Kind.RUN, "one two");
      case 'F' -> new Block(Kind.FIGURE, "");
      case 'A' -> new Block(Kind.PROMO, "");
      default -> throw new IllegalArgumentException(Character.toString(letter));
    };
  }
}
