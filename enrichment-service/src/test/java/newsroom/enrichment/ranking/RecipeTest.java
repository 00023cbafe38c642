package newsroom.enrichment.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import newsroom.enrichment.vocabulary.Gist;
import org.junit.jupiter.api.Test;

class RecipeTest {

  private static final Recipe RECIPE = new Recipe(0.2, 0.6, 0.2, 0.4, true);

  @Test
  void wordsAloneDecideWhereNoMeaningIsKnown() {
    assertThat(RECIPE.relatedness(signs(OptionalDouble.empty()))).isCloseTo(0.55, within(1e-9));
  }

  @Test
  void aKnownMeaningTakesItsShare() {
    assertThat(RECIPE.relatedness(signs(OptionalDouble.of(0.8))))
        .isCloseTo(0.6 * 0.55 + 0.4 * 0.8, within(1e-9));
  }

  @Test
  void oppositeMeaningsAreNoWorseThanNone() {
    assertThat(RECIPE.relatedness(signs(OptionalDouble.of(-0.5))))
        .isEqualTo(RECIPE.relatedness(signs(OptionalDouble.of(0))));
  }

  @Test
  void theMeasuredSharesOfTheWordsAreOneTogether() {
    var recipe = Recipe.MEASURED;

    assertThat(recipe.standing() + recipe.text() + recipe.headline()).isCloseTo(1, within(1e-9));
  }

  private static Signs signs(OptionalDouble meaning) {
    return new Signs(0.3, 0.5, new Gist.Likeness(0.5, 0.75), meaning);
  }
}
