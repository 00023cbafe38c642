package newsroom.publish.site;

import java.time.Duration;
import java.util.List;

/// Which telling a site takes when several agencies tell one story. One that is shown stays: a
/// better telling that comes later is refused, so that no reader finds the story twice.
///
/// @param prefer agencies, the best first; empty where the telling that came first is taken
/// @param patience how long a telling that is not the best waits for a better one
record Choice(List<String> prefer, Duration patience) {

  Answer among(String agency, Circumstances at) {
    for (var other : at.others()) {
      if (other.shown()) {
        return new Answer.Never("the same story by " + other.agency() + " is on this site already");
      }
    }
    for (var other : at.others()) {
      boolean better = rank(other.agency()) < rank(agency);
      if (better || (rank(other.agency()) == rank(agency) && other.earlier())) {
        return new Answer.Never("the same story by " + other.agency() + " is to come to this site");
      }
    }
    var until = at.received().plus(patience);
    if (rank(agency) > 0 && until.isAfter(at.now())) {
      var better = String.join(" or ", prefer.subList(0, rank(agency)));
      return new Answer.Later(
          until, "held until " + until + " in case " + better + " tells it too");
    }
    return new Answer.Now();
  }

  /// How far down the list; whoever is not on it comes last.
  private int rank(String agency) {
    int index = prefer.indexOf(agency);
    return index < 0 ? prefer.size() : index;
  }

  String rule() {
    return prefer.isEmpty()
        ? "of several tellings it takes the one that came first"
        : "of several tellings it prefers those of " + String.join(", then ", prefer);
  }
}
