package newsroom.benchmark.morgue;

/// How long a service took to get its morgue ready, and what that cost.
///
/// @param seconds from its start to the log line that the morgue is up to date
/// @param readingSeconds of these, since it began to read the topic; 0 where it went on from a
///     committed index
/// @param cpuSeconds of the whole process until then
/// @param readySeconds until its readiness was up
record Reopening(double seconds, double readingSeconds, double cpuSeconds, double readySeconds) {}
