package newsroom.enrichment.renewal;

import java.util.HashSet;
import java.util.Set;
import newsroom.enrichment.enricher.Enrichment;

/// What a story links beside what it would link today.
final class Comparison {

  private final Young.Links then;
  private final Young.Links now;
  private final Due.Look look;

  Comparison(Young.Links then, Enrichment today, Due.Look look) {
    this.then = then;
    this.now = new Young.Links(today.related(), today.tellings());
    this.look = look;
  }

  /// Whether readers are better off with today's links. A story that only changed its place, or
  /// stood further back and still does, makes no difference; nor does an archive that weighs words
  /// a little differently than yesterday.
  boolean isBetter() {
    return !dead().isEmpty() || isBetterLinked() || isToldByOthers();
  }

  /// Stories that are gone and are still found: the morgue has not read so far.
  boolean isTooEarly() {
    return now.named().stream().anyMatch(look.gone()::contains);
  }

  private Set<String> dead() {
    var dead = new HashSet<>(then.named());
    dead.retainAll(look.gone());
    dead.removeAll(now.named());
    return dead;
  }

  /// A story that came takes a place somewhere, and nowhere is a place left empty for it.
  private boolean isBetterLinked() {
    boolean lost = losesPlaces(true) || losesPlaces(false);
    return !lost && (hasNews(true) || hasNews(false));
  }

  private boolean losesPlaces(boolean archive) {
    return now.shown(archive).size() < then.shown(archive).size();
  }

  private boolean hasNews(boolean archive) {
    var before = then.shown(archive);
    return now.shown(archive).stream()
        .anyMatch(it -> look.come().contains(it) && !before.contains(it));
  }

  private boolean isToldByOthers() {
    var before = then.tellers();
    return now.tellers().stream().anyMatch(it -> look.come().contains(it) && !before.contains(it));
  }
}
