package newsroom.publish.site;

/// Whoever has to be ready before a changed file of sites counts.
public interface Staff {

  /// Makes everything ready for these sites and changes nothing yet.
  ///
  /// @throws Mistake when they cannot be as the file says
  Handover prepare(Sites next);

  /// A change that is ready.
  interface Handover {

    /// The new sites count: what is new begins, what is gone ends. Says what that was, for a log.
    String take();

    /// The new sites do not count after all.
    void drop();
  }
}
