/// The archive: a Lucene index on disk with one document per story that is live somewhere. It is
/// nothing but a reading of `articles.published`, each instance keeps its own, and it can be built
/// again from the topic at any time. [Morgue] is what others ask; [PublishedReader] fills it. A new
/// fact about a story is a field in [StoryDocument].
@NullMarked
package newsroom.enrichment.morgue;

import org.jspecify.annotations.NullMarked;
