package newsroom.publish.delivery;

import java.util.Set;

/// What a batch changed in the ledger.
///
/// @param due destinations that have something to carry now
/// @param said whether `articles.published` is to hear of something
/// @param current how many arrivals are now the word that counts
/// @param older how many came after a newer one, or again
public record Entered(Set<String> due, boolean said, int current, int older) {}
