package newsroom.enrichment.morgue;

import newsroom.enrichment.embedding.Embedding;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/// A story, read and cut into words, as the morgue keeps it.
///
/// @param print of its text, see [newsroom.enrichment.story.Fingerprint]
/// @param meaning of the headline; null where nobody read it
record Clipping(Story story, Words words, Gist gist, long print, @Nullable Embedding meaning) {}
