/// The archive: one document per story that is live somewhere, in a Lucene index of each instance's
/// own or in an OpenSearch. It is nothing but a reading of `articles.published` and can be built
/// again from the topic at any time. [Morgue] is what others ask, with [Holdings] for an answer;
/// [PublishedReader] fills it. Something else to keep it in implements [Cabinet]; a new fact about
/// a story is a field in [StoryDocument] and in [Cluster].
@NullMarked
package newsroom.enrichment.morgue;

import org.jspecify.annotations.NullMarked;
