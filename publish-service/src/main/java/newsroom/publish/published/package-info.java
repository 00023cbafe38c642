/// The last word on each story, from an outbox in PostgreSQL to `articles.published`.
@NullMarked
package newsroom.publish.published;

import org.jspecify.annotations.NullMarked;
