package newsroom.publish.site;

import java.util.List;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// What a site takes and where it puts it.
///
/// @param takes all of these must hold
/// @param urgency takes nothing less urgent, 1 is the most urgent; null takes all. A story without
///     an urgency is taken
/// @param refuses none of these may hold
/// @param places the first whose conditions hold, one of them or more; the last has none
record Rules(
    List<Condition> takes, @Nullable Integer urgency, List<Condition> refuses, List<Place> places) {

  /// A section and what belongs into it.
  record Place(Masthead.Section section, List<Condition> belongs) {

    boolean holds(Story story) {
      return belongs.isEmpty() || belongs.stream().anyMatch(it -> it.holds(story));
    }
  }

  Verdict judge(Story story) {
    for (var condition : takes) {
      if (!condition.holds(story)) {
        return new Verdict.Refuses("not among the " + condition.key().word() + " this site takes");
      }
    }
    var urgent = story.lifecycle().urgency();
    if (urgency != null && urgent != null && urgent > urgency) {
      return new Verdict.Refuses("less urgent than " + urgency + ", the least this site takes");
    }
    for (var condition : refuses) {
      if (condition.holds(story)) {
        return new Verdict.Refuses("among the " + condition.key().word() + " this site refuses");
      }
    }
    return places.stream()
        .filter(place -> place.holds(story))
        .findFirst()
        .<Verdict>map(place -> new Verdict.Takes(place.section()))
        .orElseGet(() -> new Verdict.Refuses("no section of this site has room for it"));
  }
}
