package newsroom.benchmark.plumbing.load;

import java.util.Map;
import java.util.Set;
import newsroom.benchmark.part.Schedule;

/// What the load does in one block.
///
/// @param bootstrap the broker
/// @param stories how many stories its events are versions of
/// @param schedule full load and steady rate
/// @param processes whose CPU time to read, besides its own
/// @param result the file to write a [LoadResult] to
public record LoadPlan(
    String bootstrap,
    int stories,
    Schedule schedule,
    Map<String, Set<Long>> processes,
    String result) {}
