package newsroom.enrichment.enricher.related;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import newsroom.enrichment.ranking.Find;
import newsroom.enrichment.ranking.Freshness;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Label;

/// Deals what was found to the places of a story: the first is for the running story, the second
/// for background, and each gets fall-backs for the sites where its best is not live. Stories of
/// the archive are dealt beside the newsroom's own, and take the place of none: not every site
/// links them.
final class Picks {

  private static final int FALL_BACKS = 3;

  private Picks() {}

  /// One place and what may stand there.
  private record Place(int afterBlock, boolean forBackground, List<Find> finds) {

    boolean suits(Find find) {
      return forBackground ? find.isBackground() : find.isRecent();
    }

    double score(Find find) {
      return (forBackground ? Freshness.BACKGROUND : Freshness.RUNNING).of(find);
    }

    Comparator<Find> bestFirst() {
      return Comparator.comparing((Find find) -> !suits(find))
          .thenComparing(Comparator.comparingDouble(this::score).reversed());
    }
  }

  /// Candidates, the best of every place before all fall-backs.
  ///
  /// @param finds best first
  static List<Candidate> deal(List<Find> finds, List<Integer> blocks) {
    var places = new ArrayList<Place>();
    for (int i = 0; i < blocks.size(); i++) {
      places.add(new Place(blocks.get(i), i > 0, new ArrayList<>()));
    }
    deal(finds.stream().filter(find -> !find.card().isOfArchive()).toList(), places);
    deal(finds.stream().filter(find -> find.card().isOfArchive()).toList(), places);
    places.forEach(place -> place.finds().sort(place.bestFirst()));
    return candidates(places);
  }

  private static void deal(List<Find> finds, Collection<Place> places) {
    var left = new LinkedHashSet<>(finds);
    for (int round = 0; round <= FALL_BACKS; round++) {
      for (var place : places) {
        var pick = left.stream().min(place.bestFirst());
        if (pick.isPresent()) {
          left.remove(pick.get());
          place.finds().add(pick.get());
        }
      }
    }
  }

  private static List<Candidate> candidates(List<Place> places) {
    var candidates = new ArrayList<Candidate>();
    double least = 1;
    for (int rank = 0; rank < 2 * (FALL_BACKS + 1); rank++) {
      for (var place : places) {
        if (rank < place.finds().size()) {
          var pick = place.finds().get(rank);
          // never more than the one before: whoever sorts by score gets this order
          least = Math.min(least, place.score(pick));
          candidates.add(candidate(pick, place, least));
        }
      }
    }
    return candidates;
  }

  private static Candidate candidate(Find find, Place place, double score) {
    var label =
        find.isRecent() && !(place.forBackground() && find.isBackground())
            ? Label.ADDITIONAL_REPORTING
            : Label.IN_CASE_YOU_MISSED_IT;
    return new Candidate(
        find.card().uri(),
        find.card().headline(),
        label,
        score,
        Reason.of(find),
        place.afterBlock(),
        find.card().archive());
  }
}
