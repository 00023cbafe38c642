/// From copy to the event on `articles.drafted`: derives the story's identity, fills in what must
/// not be missing, and waits until Kafka has it. [Drafts] is the way in.
@NullMarked
package newsroom.ingest.draft;

import org.jspecify.annotations.NullMarked;
