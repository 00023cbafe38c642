/// Links stay right: when a story comes live that a young story would rather link, or one goes that
/// it links, the young story's links are renewed as a new revision of its version. [Renewals]
/// turns; [YoungStories] remembers what this instance has told of stories that are still young;
/// only the instance that reads a story's drafts renews it.
@NullMarked
package newsroom.enrichment.renewal;

import org.jspecify.annotations.NullMarked;
