/// The archive: one document per story that is live somewhere, in a Lucene index of each instance's
/// own or in an OpenSearch. It is nothing but a reading of `articles.published` and can be built
/// again from the topic at any time. [Morgue] is what others ask, with [Holdings] for an answer;
/// [PublishedReader] fills it. Something else to keep it in implements [Cabinet]; instances that
/// share one take turns at writing, see [Turn]. A new fact about a story is a field in
/// [StoryDocument] and in [Cluster], with its type in [ClusterForm].
@NullMarked
package newsroom.enrichment.morgue;

import org.jspecify.annotations.NullMarked;
