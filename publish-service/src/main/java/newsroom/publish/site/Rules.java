package newsroom.publish.site;

import java.util.List;
import newsroom.publish.rendition.Masthead;
import org.jspecify.annotations.Nullable;

/// What a site takes and where it puts it.
///
/// @param takes all of these must hold
/// @param refuses none of these may hold
/// @param places the first whose conditions hold, one of them or more; the last has none
record Rules(List<Condition> takes, List<Condition> refuses, List<Place> places, Waits waits) {

  /// A section and what belongs into it.
  record Place(Masthead.Section section, List<Condition> belongs) {

    boolean holds(Facts facts) {
      return belongs.isEmpty() || belongs.stream().anyMatch(it -> it.holds(facts));
    }
  }

  /// What makes a story that is taken wait.
  ///
  /// @param holds for each of these lists: where all of it holds, an editor must release the story
  record Waits(@Nullable Choice choice, List<List<Condition>> holds, List<Window> windows) {

    Terms terms(Facts facts) {
      boolean release = holds.stream().anyMatch(it -> it.stream().allMatch(c -> c.holds(facts)));
      var meant = windows.stream().filter(window -> window.meant(facts)).toList();
      return Terms.of(choice, release, meant);
    }
  }

  Verdict judge(Facts facts) {
    for (var condition : takes) {
      if (!condition.admits(facts)) {
        return refuses("takes", condition, condition.missed(), facts);
      }
    }
    for (var condition : refuses) {
      if (condition.holds(facts)) {
        return refuses("refuses", condition, condition.met(), facts);
      }
    }
    return places.stream()
        .filter(place -> place.holds(facts))
        .findFirst()
        .<Verdict>map(place -> new Verdict.Takes(place.section(), waits.terms(facts)))
        .orElseGet(() -> none("no section of this site has room for it"));
  }

  private static Verdict refuses(String key, Condition condition, String reason, Facts facts) {
    return new Verdict.Refuses(
        reason, "it " + key + " " + condition.asks() + "; " + condition.said(facts));
  }

  private static Verdict none(String reason) {
    return new Verdict.Refuses(reason, reason);
  }
}
