package newsroom.benchmark.plumbing;

import newsroom.benchmark.plumbing.load.LoadResult;

/// One block of each relay, one after the other.
///
/// @param first what is measured
/// @param floor what it is measured against
record Round(LoadResult first, LoadResult floor) {

  /// True when other programs took CPU that the race would have had.
  boolean noisy() {
    return Math.max(first.foreignCores(), floor.foreignCores()) > PlumbingSetup.QUIET_CORES;
  }
}
