package newsroom.benchmark.morgue.load;

/// What asking cost: milliseconds of the asking thread's CPU time for a story, from its blocks to
/// its links.
///
/// @param stories how many the index has
/// @param links a story was given
/// @param openMillis until the index answered for the first time
/// @param heapMegabytes in use with the index open and warm, after a collection, apart from the
///     stories that ask
public record Asked(
    int stories,
    double p50,
    double p90,
    double p99,
    double max,
    double links,
    long openMillis,
    long heapMegabytes) {}
