package newsroom.benchmark.morgue.load;

/// What to ask.
///
/// @param corpus file of stories to vary
/// @param index folder of the index
/// @param from number of the first story that asks; those before it are in the index
/// @param questions how many ask, after as many that only warm up
/// @param embedding whether headlines are compared by meaning, too
/// @param result file for the [Asked]
public record AskPlan(
    String corpus, String index, long from, int questions, boolean embedding, String result) {}
