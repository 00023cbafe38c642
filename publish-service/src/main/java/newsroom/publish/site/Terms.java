package newsroom.publish.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a site that takes a story asks for before it goes up there: things that change with time.
/// They are asked of what is not up yet; what is stays current.
///
/// @param choice which telling it prefers; null where it takes them all
/// @param release an editor must release it first
/// @param windows in each of which it must be
public record Terms(@Nullable Choice choice, boolean release, List<Window> windows) {

  /// Nothing is asked.
  public static final Terms NONE = new Terms(null, false, List.of());

  public static final String RELEASE = "waits for an editor's release";

  /// Whether nothing is asked.
  public boolean none() {
    return equals(NONE);
  }

  /// Whether it matters what other agencies tell.
  public boolean chooses() {
    return choice != null;
  }

  /// What they come to for a story of this agency.
  public Answer at(String agency, Circumstances at) {
    var chosen = choice == null ? new Answer.Now() : choice.among(agency, at);
    if (chosen instanceof Answer.Never) {
      return chosen;
    }
    if (release && !at.released()) {
      return new Answer.Later(null, RELEASE);
    }
    for (var window : windows) {
      var opens = window.opens(at.now());
      if (opens.isAfter(at.now())) {
        return new Answer.Later(opens, "held until " + opens + ": " + window.rule());
      }
    }
    return chosen;
  }

  /// These, of which only those that a story meets are kept.
  static Terms of(@Nullable Choice choice, boolean release, List<Window> windows) {
    var terms = new Terms(choice, release, windows);
    return terms.none() ? NONE : terms;
  }
}
