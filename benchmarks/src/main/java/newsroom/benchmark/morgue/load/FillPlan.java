package newsroom.benchmark.morgue.load;

/// What to send.
///
/// @param corpus file of stories to vary
/// @param topic `articles.published` or `articles.drafted`
/// @param from number of the first story
/// @param to number after the last
public record FillPlan(String bootstrap, String corpus, String topic, long from, long to) {}
