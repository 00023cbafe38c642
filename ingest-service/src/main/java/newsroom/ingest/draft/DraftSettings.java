package newsroom.ingest.draft;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How drafts are made.
///
/// @param language what a story is taken to be written in when its wire names no language, BCP 47
/// @param acknowledgeWithin how long a wire waits for Kafka before its sender is told to try again
/// @param remember how many drafted versions are remembered, so that a second delivery is not
///     drafted again
/// @param rememberFor how long, after which filing the same wire drafts it again
/// @param recallWithin how long a wire waits after a start until earlier drafts are known again
@ConfigurationProperties("newsroom.ingest.draft")
record DraftSettings(
    String language,
    Duration acknowledgeWithin,
    int remember,
    Duration rememberFor,
    Duration recallWithin) {}
