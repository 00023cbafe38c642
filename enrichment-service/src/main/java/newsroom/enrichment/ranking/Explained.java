package newsroom.enrichment.ranking;

/// A story that answered, and what became of it.
///
/// @param find what it is, how related, what is shared, how old
/// @param signs what its relatedness is made of
/// @param score what it is ranked by: relatedness after age
/// @param verdict whether it may be linked, and why not
public record Explained(Find find, Signs signs, double score, Verdict verdict) {}
