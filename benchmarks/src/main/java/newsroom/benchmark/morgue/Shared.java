package newsroom.benchmark.morgue;

import java.util.List;

/// What services did together.
///
/// @param perSecond stories enriched, of all
/// @param cpuMillis CPU of all services for a story
/// @param cpuSeconds of each
record Shared(double perSecond, double cpuMillis, List<Double> cpuSeconds) {}
