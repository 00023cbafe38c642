package newsroom.benchmark.count;

/// What became of the stories that were sent.
///
/// @param sent how many went out
/// @param missing how many never came
/// @param duplicated how many arrivals were a repetition
/// @param reordered how many came after a later version of their own story
public record Counts(long sent, long missing, long duplicated, long reordered) {

  /// Nothing sent yet.
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /// Both together.
  public Counts plus(Counts other) {
    return new Counts(
        sent + other.sent,
        missing + other.missing,
        duplicated + other.duplicated,
        reordered + other.reordered);
  }
}
