package newsroom.enrichment.ranking;

/// What counts how much for being related. Every constant was chosen on judged news.
///
/// @param standing share of the answer to the most telling words
/// @param text share of what the whole texts have in common
/// @param headline share of what the headlines have in common; the three together are 1
/// @param meaning share that is taken from these three for the headlines' meaning, where it is
///     known
/// @param fades whether age counts
public record Recipe(double standing, double text, double headline, double meaning, boolean fades) {

  public static final Recipe MEASURED = new Recipe(0.2, 0.65, 0.15, 0.25, true);

  double relatedness(Signs signs) {
    double words =
        standing * signs.standing()
            + text * signs.gist().text()
            + headline * signs.gist().headline();
    double known = signs.meaning().isPresent() ? meaning : 0;
    return (1 - known) * Math.min(1, words) + known * Math.max(0, signs.meaning().orElse(0));
  }
}
