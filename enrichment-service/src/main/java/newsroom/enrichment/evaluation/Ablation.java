package newsroom.enrichment.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import newsroom.enrichment.ranking.Recipe;

/// The recipe without each of its ingredients, to see what each is worth.
final class Ablation {

  private Ablation() {}

  static Map<String, Recipe> of(Recipe whole, boolean meaning) {
    double words = whole.standing() + whole.text() + whole.headline();
    var recipes = new LinkedHashMap<String, Recipe>();
    if (meaning) {
      recipes.put("without meaning", with(whole, whole.text(), whole.headline(), 0, true));
    }
    recipes.put("without headlines", with(whole, whole.text(), 0, whole.meaning(), true));
    recipes.put("without whole texts", with(whole, 0, whole.headline(), whole.meaning(), true));
    recipes.put("without age", with(whole, whole.text(), whole.headline(), whole.meaning(), false));
    recipes.put("telling words and age", new Recipe(words, 0, 0, 0, true));
    recipes.put("telling words alone", new Recipe(words, 0, 0, 0, false));
    return recipes;
  }

  /// What is taken away goes to the others, so that relatedness keeps its range.
  private static Recipe with(
      Recipe whole, double text, double headline, double meaning, boolean fades) {
    double sum = whole.standing() + text + headline;
    return new Recipe(whole.standing() / sum, text / sum, headline / sum, meaning, fades);
  }
}
