package newsroom.local.receiver;

/// How many messages came.
///
/// @param accepted signed, and never seen before
/// @param repeated signed, and seen before: answered as the first time and not kept again
/// @param refused with no signature of ours
public record Counts(long accepted, long repeated, long refused) {}
