package newsroom.publish.destination.cms;

import java.time.Instant;
import newsroom.publish.destination.Transmission;

/// A request came to nothing, and so does the story's way to the site for now.
public final class Setback extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Transmission said;
  private final Reach reach;

  /// How far it reaches.
  public enum Reach {
    /// This story alone.
    STORY,
    /// Every story of the site: a person has to do something there.
    SITE,
    /// This request, which the site may have carried out all the same.
    UNKNOWN,
    /// This request, at which the site failed in so many words; it may have carried it out.
    FAILED
  }

  public Setback(Transmission said, Reach reach) {
    super(String.valueOf(said), null, false, false);
    this.said = said;
    this.reach = reach;
  }

  /// For good, for this story.
  public static Setback refused(String sentence) {
    return new Setback(new Transmission.Refused(sentence), Reach.STORY);
  }

  /// Not now, for this story.
  public static Setback deferred(String sentence) {
    return new Setback(new Transmission.Deferred(sentence, null), Reach.STORY);
  }

  /// The site may still be at something of this story: it is looked at again then.
  public static Setback looked(String sentence, Instant then) {
    return new Setback(new Transmission.Deferred(sentence, then, true), Reach.STORY);
  }

  /// The same, of a story that the site has something of by now.
  public Setback there() {
    return said instanceof Transmission.Refused(var reason, var _)
        ? new Setback(new Transmission.Refused(reason, true), reach)
        : this;
  }

  public Transmission said() {
    return said;
  }

  public Reach reach() {
    return reach;
  }

  /// Whether the site failed at what was asked, and not on the way to it.
  public boolean answered() {
    return reach == Reach.FAILED;
  }

  /// Whether the site may have done what was asked: also where it, or what stands before it,
  /// answered something that nobody can read.
  public boolean open() {
    return reach != Reach.STORY;
  }
}
