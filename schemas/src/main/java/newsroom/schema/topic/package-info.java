/// The topics of the walk, declared: partitions, replication, clean-up. A new topic is one constant
/// and one line in [ArticleTopics#all].
@NullMarked
package newsroom.schema.topic;

import org.jspecify.annotations.NullMarked;
